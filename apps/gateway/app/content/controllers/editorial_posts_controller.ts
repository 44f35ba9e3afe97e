import type { HttpContext } from '@adonisjs/core/http'
import { PostEditing } from '#content/editing'
import EditorialPostTransformer from '#content/transformers/editorial_post_transformer'
import {
  editorialListValidator,
  newPostValidator,
  postChangeValidator,
  postIdValidator,
} from '#content/validators/post'

export default class EditorialPostsController {
  async index({ auth, request, serialize }: HttpContext) {
    const { search, page = 1, perPage = 20 } = await request.validateUsing(editorialListValidator)
    const { posts, total } = await new PostEditing(auth.getUserOrFail()).list({ search, page, perPage })
    return serialize(EditorialPostTransformer.transform(posts), { total })
  }

  async show({ auth, params, serialize }: HttpContext) {
    const { id } = await postIdValidator.validate(params)
    const post = await new PostEditing(auth.getUserOrFail()).find(id)
    return serialize(EditorialPostTransformer.transform(post))
  }

  async store({ auth, request, response, serialize }: HttpContext) {
    const draft = await request.validateUsing(newPostValidator)
    const post = await new PostEditing(auth.getUserOrFail()).create(draft)
    response.status(201)
    return serialize(EditorialPostTransformer.transform(post))
  }

  async update({ auth, params, request, serialize }: HttpContext) {
    const { id } = await postIdValidator.validate(params)
    const change = await request.validateUsing(postChangeValidator)
    const post = await new PostEditing(auth.getUserOrFail()).update(id, change)
    return serialize(EditorialPostTransformer.transform(post))
  }

  async destroy({ auth, params, response }: HttpContext) {
    const { id } = await postIdValidator.validate(params)
    await new PostEditing(auth.getUserOrFail()).delete(id)
    response.noContent()
  }
}
