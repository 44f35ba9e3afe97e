import { BaseTransformer } from '@adonisjs/core/transformers'
import { toBlock } from '#content/editorial/blocks'
import type { Entry } from '#content/editorial/entries'
import { about } from '#content/editorial/kinds'
import { seo } from '#content/transformers/seo'
import { standing } from '#content/transformers/standing'

/** A page as it is edited. */
export default class PageEntryTransformer extends BaseTransformer<Entry<'pages'>> {
  toObject() {
    const { id, row, published } = this.resource
    return {
      id,
      ...standing(this.resource),
      address: published && about.pages.addressOf(published),
      path: row.path,
      language: row.language,
      title: row.title,
      seo: seo(row.seo),
      blocks: row.blocks.map(toBlock),
    }
  }
}
