import { BaseTransformer } from '@adonisjs/core/transformers'
import type { Post } from '#content/cms/schema'
import { readingMinutes, toHtml } from '#content/markdown'
import { summary } from '#content/transformers/post_summary_transformer'
import { seo } from '#content/transformers/seo'

/** A post to read: `body` is safe HTML. */
export default class PostTransformer extends BaseTransformer<Post> {
  toObject() {
    const post = this.resource
    const body = post.body ?? ''
    return {
      ...summary(post),
      body: toHtml(body),
      readingMinutes: readingMinutes(body),
      seo: seo(post.seo),
    }
  }
}
