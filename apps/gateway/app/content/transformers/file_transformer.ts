import { BaseTransformer } from '@adonisjs/core/transformers'
import type { MediaFile } from '#content/cms/schema'
import { image } from '#content/transformers/image'

type IsMine = (file: MediaFile) => boolean

/** A file of the library. `url` is that of a picture and takes a size as `&key=`, `download` that of any other file. */
export function file(found: MediaFile, isMine: IsMine) {
  const { id, url, width, height, focus } = image(found)!
  const type = found.type ?? 'application/octet-stream'
  const isPicture = type.startsWith('image/')
  return {
    id,
    url: isPicture ? url : null,
    download: isPicture ? null : url.replace('?', '/file?'),
    type,
    name: found.filename_download,
    bytes: Number(found.filesize ?? 0),
    width,
    height,
    title: found.title ?? '',
    alt: found.description ?? '',
    focus,
    uploadedAt: found.uploaded_on ?? found.modified_on,
    isMine: isMine(found),
  }
}

export default class FileTransformer extends BaseTransformer<MediaFile> {
  constructor(
    found: MediaFile,
    private isMine: IsMine,
  ) {
    super(found)
  }

  toObject() {
    return file(this.resource, this.isMine)
  }
}
