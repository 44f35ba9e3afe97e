import type { HttpContext } from '@adonisjs/core/http'
import { media } from '#config/uploads'
import { Library } from '#content/media/library'
import { receive } from '#content/media/receive'
import FileTransformer from '#content/transformers/file_transformer'
import FileUsesTransformer from '#content/transformers/file_uses_transformer'
import {
  fileChangeValidator,
  fileListValidator,
  fileUploadValidator,
  fileValidator,
} from '#content/validators/file'
import { namesOf } from '#content/editorial/list'

/** The media library. */
export default class FilesController {
  async index({ auth, request, serialize }: HttpContext) {
    const { page = 1, perPage = 24, ...search } = await request.validateUsing(fileListValidator)
    const library = new Library(auth.getUserOrFail())
    const { files, total } = await library.list({ ...search, page, perPage })
    const meta = { limit: media.limit, types: media.types }
    return serialize(FileTransformer.transform(files, library.isMine), { total, meta })
  }

  async show({ auth, request, serialize }: HttpContext) {
    const { params } = await request.validateUsing(fileValidator)
    const library = new Library(auth.getUserOrFail())
    const [file, uses] = await Promise.all([library.find(params.id), library.uses(params.id)])
    const names = await namesOf([{ user_created: file.uploaded_by }])
    const uploader = names.get(file.uploaded_by ?? '') ?? null
    return serialize(FileUsesTransformer.transform(file, library.isMine, uses, uploader))
  }

  /** One file, passed on as it arrives. */
  async store({ auth, request, response, serialize }: HttpContext) {
    const library = new Library(auth.getUserOrFail())
    const file = await receive(request, (incoming, left) => library.keep(incoming, left))
    // Says that it is missing, where it is.
    if (!file) await request.validateUsing(fileUploadValidator)
    return response.created(await serialize(FileTransformer.transform(file!, library.isMine)))
  }

  async update({ auth, request, serialize }: HttpContext) {
    const { params, ...change } = await request.validateUsing(fileChangeValidator)
    const library = new Library(auth.getUserOrFail())
    const file = await library.change(params.id, change)
    return serialize(FileTransformer.transform(file, library.isMine))
  }

  /** What something refers to stays. */
  async destroy({ auth, request, response }: HttpContext) {
    const { params } = await request.validateUsing(fileValidator)
    await new Library(auth.getUserOrFail()).remove(params.id)
    return response.noContent()
  }
}
