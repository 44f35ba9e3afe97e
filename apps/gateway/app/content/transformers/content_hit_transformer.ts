import { BaseTransformer } from '@adonisjs/core/transformers'
import type { Hit } from '#content/search/find'

/** Something that was found: `excerpt` is plain text. */
export default class ContentHitTransformer extends BaseTransformer<Hit> {
  toObject() {
    const { kind, address, language, title, excerpt } = this.resource
    return { kind, address, language, title, excerpt }
  }
}
