import { BaseTransformer } from '@adonisjs/core/transformers'
import type { Page } from '#content/cms/schema'
import { block } from '#content/transformers/block'
import type { PostSummary } from '#content/transformers/post_summary_transformer'
import { seo } from '#content/transformers/seo'

/** A page and its blocks in order. */
export default class PageTransformer extends BaseTransformer<Page> {
  constructor(
    page: Page,
    /** By id of the block that shows them. */
    private posts: Map<string, PostSummary[]>,
  ) {
    super(page)
  }

  toObject() {
    const {
      id,
      path,
      language,
      title,
      blocks,
      date_created: createdAt,
      date_updated: updatedAt,
    } = this.resource
    return {
      id,
      path,
      language,
      title,
      seo: seo(this.resource.seo),
      blocks: blocks.flatMap((entry) => block(entry, this.posts.get(entry.id) ?? []) ?? []),
      updatedAt: updatedAt ?? createdAt,
      redirect: null,
    }
  }
}
