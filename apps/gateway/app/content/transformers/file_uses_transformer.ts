import { BaseTransformer } from '@adonisjs/core/transformers'
import type { MediaFile } from '#content/cms/schema'
import type { Use } from '#content/media/uses'
import { file } from '#content/transformers/file_transformer'

/** A file, and everywhere it is. */
export default class FileUsesTransformer extends BaseTransformer<MediaFile> {
  constructor(
    found: MediaFile,
    private isMine: (file: MediaFile) => boolean,
    private uses: Use[],
    private uploader: string | null,
  ) {
    super(found)
  }

  toObject() {
    return {
      ...file(this.resource, this.isMine),
      uploadedBy: this.uploader,
      uses: this.uses.map(({ kind, id, isDraft, label }) => ({ kind, id, isDraft, label })),
    }
  }
}
