import type { HttpContext } from '@adonisjs/core/http'
import { publish } from '#content/publish'
import AuthorTransformer from '#content/transformers/author_transformer'
import { slugValidator } from '#content/validators/content'
import { loadAuthor } from '#content/views/authors'
import { NotFoundException } from '#core/exceptions/not_found_exception'

export default class AuthorsController {
  async show(ctx: HttpContext) {
    const [error, params] = await slugValidator.tryValidate(ctx.params)
    if (error) throw new NotFoundException()

    return publish(ctx, `author:${params.slug}`, async () => {
      const author = await loadAuthor(params.slug)
      return {
        answer: author && (await ctx.serialize(AuthorTransformer.transform(author))),
        tags: ['authors', 'directus_files'],
      }
    })
  }
}
