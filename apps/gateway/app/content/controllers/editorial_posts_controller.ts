import type { HttpContext } from '@adonisjs/core/http'
import { PostEditing } from '#content/editing'
import EditorialPostTransformer from '#content/transformers/editorial_post_transformer'
import { newPostValidator, postChangeValidator, postValidator } from '#content/validators/post'

export default class EditorialPostsController {
  async store({ auth, request, response, serialize }: HttpContext) {
    const draft = await request.validateUsing(newPostValidator)
    const post = await new PostEditing(auth.getUserOrFail()).create(draft)
    return response.created(await serialize(EditorialPostTransformer.transform(post)))
  }

  async update({ auth, request, serialize }: HttpContext) {
    const { params, ...change } = await request.validateUsing(postChangeValidator)
    const post = await new PostEditing(auth.getUserOrFail()).update(params.id, change)
    return serialize(EditorialPostTransformer.transform(post))
  }

  async destroy({ auth, request, response }: HttpContext) {
    const { params } = await request.validateUsing(postValidator)
    await new PostEditing(auth.getUserOrFail()).delete(params.id)
    return response.noContent()
  }
}
