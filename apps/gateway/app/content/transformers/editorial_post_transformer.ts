import { BaseTransformer } from '@adonisjs/core/transformers'
import type { StoredPost } from '#content/cms/schema'

/** A post to edit. */
export default class EditorialPostTransformer extends BaseTransformer<StoredPost> {
  toObject() {
    const { id, slug, language, title, excerpt, body, image, author, category, tags } = this.resource
    return {
      id,
      slug,
      language,
      title,
      excerpt: excerpt ?? '',
      body: body ?? '',
      image,
      author,
      category,
      tags: tags ?? [],
      publishedAt: this.resource.published_at,
      updatedAt: this.resource.date_updated ?? this.resource.date_created,
    }
  }
}
