import { BaseTransformer } from '@adonisjs/core/transformers'
import type { Author } from '#content/cms/schema'
import { image } from '#content/transformers/image'

/** Who writes, for a page of their own. */
export default class AuthorTransformer extends BaseTransformer<Author> {
  toObject() {
    const { slug, name, title, bio, avatar } = this.resource
    return { slug, name, title, bio: bio ?? '', avatar: image(avatar) }
  }
}
