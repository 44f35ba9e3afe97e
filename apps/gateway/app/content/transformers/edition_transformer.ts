import { BaseTransformer } from '@adonisjs/core/transformers'
import type { Edition } from '#content/editorial/history'

/** A line of the history. */
export default class EditionTransformer extends BaseTransformer<Edition> {
  toObject() {
    const { id, publishedAt, publishedBy } = this.resource
    return { id, publishedAt, publishedBy }
  }
}
