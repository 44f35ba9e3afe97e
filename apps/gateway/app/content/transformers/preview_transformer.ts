import { BaseTransformer } from '@adonisjs/core/transformers'
import type { Preview } from '#content/preview/view'
import PageTransformer from '#content/transformers/page_transformer'
import PostTransformer from '#content/transformers/post_transformer'
import { standing } from '#content/transformers/standing'

/** An entry as visitors would see it, and where it stands. The id of a block is its place on the page. */
export default class PreviewTransformer extends BaseTransformer<Preview> {
  toObject() {
    const { kind, entry, post, page } = this.resource
    return {
      kind,
      id: entry.id,
      title: entry.row.title,
      ...standing(entry),
      post: post && new PostTransformer({ post, previous: null, next: null, related: [] }).toObject(),
      page: page && new PageTransformer(page.page, page.posts).toObject(),
    }
  }
}
