import { BaseTransformer } from '@adonisjs/core/transformers'
import type { Difference, Edition } from '#content/editorial/history'

/** How an edition differs from what is edited now. */
export default class EditionComparisonTransformer extends BaseTransformer<
  Edition & { isWhole: boolean; differences: Difference[] }
> {
  toObject() {
    const { id, publishedAt, publishedBy, isWhole, differences } = this.resource
    return { id, publishedAt, publishedBy, isWhole, differences }
  }
}
