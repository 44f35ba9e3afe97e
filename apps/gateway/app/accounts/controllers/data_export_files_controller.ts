import type { HttpContext } from '@adonisjs/core/http'
import DataExport from '#accounts/models/data_export'
import { NotFoundException } from '#core/exceptions/not_found_exception'

export default class DataExportFilesController {
  async show({ auth, response }: HttpContext) {
    const found = await DataExport.of(auth.getUserOrFail())
    const contents = await found?.contents()
    if (!contents) throw new NotFoundException()

    response.header('Content-Disposition', 'attachment; filename="my-data.zip"')
    response.header('Cache-Control', 'private, no-store')
    response.type('application/zip').send(Buffer.from(contents))
  }
}
