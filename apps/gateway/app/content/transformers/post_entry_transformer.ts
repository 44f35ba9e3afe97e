import { BaseTransformer } from '@adonisjs/core/transformers'
import type { Entry } from '#content/editorial/entries'
import { about } from '#content/editorial/kinds'
import { seo } from '#content/transformers/seo'
import { standing } from '#content/transformers/standing'

/** A post as it is edited. */
export default class PostEntryTransformer extends BaseTransformer<Entry<'posts'>> {
  toObject() {
    const { id, row, published } = this.resource
    return {
      id,
      ...standing(this.resource),
      address: published && about.posts.addressOf(published),
      slug: row.slug,
      language: row.language,
      title: row.title,
      excerpt: row.excerpt ?? '',
      body: row.body ?? '',
      image: row.image,
      author: row.author,
      category: row.category,
      tags: row.tags ?? [],
      publishedAt: row.published_at,
      seo: seo(row.seo),
    }
  }
}
