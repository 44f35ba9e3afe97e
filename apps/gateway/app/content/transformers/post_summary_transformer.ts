import { BaseTransformer } from '@adonisjs/core/transformers'
import type { Author, Post } from '#content/cms/schema'
import { image } from '#content/transformers/image'

export type PostSummary = Omit<Post, 'author' | 'body' | 'seo' | 'date_created'> & {
  author: Omit<Author, 'bio'> | null
}

export const summary = (post: PostSummary) => ({
  id: post.id,
  slug: post.slug,
  /** English where the post is not translated. */
  language: post.language,
  title: post.title,
  excerpt: post.excerpt ?? '',
  image: image(post.image),
  author: post.author && {
    slug: post.author.slug,
    name: post.author.name,
    title: post.author.title,
    avatar: image(post.author.avatar),
  },
  category: post.category && { slug: post.category.slug, name: post.category.name },
  tags: post.tags ?? [],
  publishedAt: post.published_at,
  updatedAt: post.date_updated,
})

/** A post in a list. */
export default class PostSummaryTransformer extends BaseTransformer<PostSummary> {
  toObject() {
    return summary(this.resource)
  }
}
