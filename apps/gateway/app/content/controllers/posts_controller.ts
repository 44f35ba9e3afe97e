import type { HttpContext } from '@adonisjs/core/http'
import { publish } from '#content/publish'
import PostSummaryTransformer from '#content/transformers/post_summary_transformer'
import PostTransformer from '#content/transformers/post_transformer'
import { languageValidator, postListValidator, slugValidator } from '#content/validators/content'
import { NotFoundException } from '#core/exceptions/not_found_exception'
import { fallback } from '#content/views/language'
import { loadAround, loadPost, loadPosts, postListTags } from '#content/views/posts'

export default class PostsController {
  async index(ctx: HttpContext) {
    const {
      language = fallback,
      page = 1,
      perPage = 12,
      category,
      author,
      tag,
    } = await ctx.request.validateUsing(postListValidator)

    return publish(
      ctx,
      `posts:${JSON.stringify([language, page, perPage, category, author, tag])}`,
      async () => {
        const { posts, total } = await loadPosts({ language, page, perPage, category, author, tag })
        return {
          answer: await ctx.serialize(PostSummaryTransformer.transform(posts), { total }),
          tags: postListTags,
          isEmpty: posts.length === 0,
        }
      },
    )
  }

  async show(ctx: HttpContext) {
    const [error, params] = await slugValidator.tryValidate(ctx.params)
    if (error) throw new NotFoundException()
    const { slug } = params
    const { language = fallback } = await ctx.request.validateUsing(languageValidator)

    return publish(ctx, `post:${language}:${slug}`, async () => {
      const post = await loadPost(slug, language)
      if (!post) return { answer: null, tags: ['posts'] }
      const around = await loadAround(post, language)
      return {
        answer: await ctx.serialize(PostTransformer.transform({ post, ...around })),
        tags: postListTags,
      }
    })
  }
}
