import { BaseTransformer } from '@adonisjs/core/transformers'
import type { Entry } from '#content/editorial/entries'
import { standing } from '#content/transformers/standing'
import type { Kind } from '#content/validators/entry'

/** Where an entry of either kind stands, after something was done with it. */
export default class EntryStandingTransformer extends BaseTransformer<Entry<Kind>> {
  toObject() {
    return { id: this.resource.id, title: this.resource.row.title, ...standing(this.resource) }
  }
}
