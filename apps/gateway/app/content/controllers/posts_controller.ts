import type { HttpContext } from '@adonisjs/core/http'
import { publish } from '#content/publish'
import PostSummaryTransformer from '#content/transformers/post_summary_transformer'
import PostTransformer from '#content/transformers/post_transformer'
import { postListValidator, slugValidator } from '#content/validators/content'
import { NotFoundException } from '#core/exceptions/not_found_exception'
import { loadAround, loadPost, loadPosts, postListTags } from '#content/views/posts'

export default class PostsController {
  async index(ctx: HttpContext) {
    const {
      page = 1,
      perPage = 12,
      category,
      author,
      tag,
    } = await ctx.request.validateUsing(postListValidator)

    return publish(ctx, `posts:${JSON.stringify([page, perPage, category, author, tag])}`, async () => {
      const { posts, total } = await loadPosts({ page, perPage, category, author, tag })
      return {
        answer: await ctx.serialize(PostSummaryTransformer.transform(posts), { total }),
        tags: postListTags,
        isEmpty: posts.length === 0,
      }
    })
  }

  async show(ctx: HttpContext) {
    const [error, params] = await slugValidator.tryValidate(ctx.params)
    if (error) throw new NotFoundException()
    const { slug } = params

    return publish(ctx, `post:${slug}`, async () => {
      const post = await loadPost(slug)
      if (!post) return { answer: null, tags: ['posts'] }
      const around = await loadAround(post)
      return {
        answer: await ctx.serialize(PostTransformer.transform({ post, ...around })),
        tags: postListTags,
      }
    })
  }
}
