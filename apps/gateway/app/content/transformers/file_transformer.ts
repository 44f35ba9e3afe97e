import { BaseTransformer } from '@adonisjs/core/transformers'
import type { File } from '#content/cms/schema'
import { image } from '#content/transformers/image'

/** A picture to choose from. */
export default class FileTransformer extends BaseTransformer<File> {
  toObject() {
    const { id, url, width, height, alt } = image(this.resource)!
    return { id, url, width, height, alt, title: this.resource.title ?? '' }
  }
}
