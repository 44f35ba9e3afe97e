import type { HttpContext } from '@adonisjs/core/http'
import { aggregate, readFiles } from '@directus/sdk'
import { Ask } from '#content/editorial/ask'
import FileTransformer from '#content/transformers/file_transformer'
import { fileListValidator } from '#content/validators/file'

const isImage = { type: { _starts_with: 'image/' } }

/** The pictures that posts and blocks can show, the newest first. */
export default class FilesController {
  async index({ auth, request, serialize }: HttpContext) {
    const { search, page = 1, perPage = 24 } = await request.validateUsing(fileListValidator)
    const ask = new Ask(auth.getUserOrFail())
    const [files, counted] = await Promise.all([
      ask.send(
        readFiles({
          fields: ['id', 'title', 'description', 'width', 'height', 'modified_on'],
          filter: isImage as never,
          search,
          sort: ['-uploaded_on', 'id'] as never,
          page,
          limit: perPage,
        }),
      ),
      ask.send(
        aggregate('directus_files', {
          aggregate: { count: '*' },
          query: { filter: isImage as never, search },
        }),
      ),
    ])
    return serialize(FileTransformer.transform(files), { total: Number(counted[0]?.count ?? 0) })
  }
}
