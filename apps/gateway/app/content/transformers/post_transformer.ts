import { BaseTransformer } from '@adonisjs/core/transformers'
import type { Post } from '#content/cms/schema'
import { readingMinutes, toHtml } from '#content/markdown'
import { type PostSummary, summary } from '#content/transformers/post_summary_transformer'
import { seo } from '#content/transformers/seo'
import type { Neighbour } from '#content/views/posts'

interface PostToRead {
  post: Post
  previous: Neighbour | null
  next: Neighbour | null
  related: PostSummary[]
}

const neighbour = (post: Neighbour | null) =>
  post && { slug: post.slug, language: post.language, title: post.title }

/** A post to read: `body` is safe HTML. */
export default class PostTransformer extends BaseTransformer<PostToRead> {
  toObject() {
    const { post, previous, next, related } = this.resource
    const body = post.body ?? ''
    return {
      ...summary(post),
      body: toHtml(body),
      readingMinutes: readingMinutes(body),
      seo: seo(post.seo),
      previous: neighbour(previous),
      next: neighbour(next),
      related: related.map(summary),
    }
  }
}
