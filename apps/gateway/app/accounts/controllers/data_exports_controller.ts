import type { HttpContext } from '@adonisjs/core/http'
import DataExport from '#accounts/models/data_export'
import DataExportTransformer from '#accounts/transformers/data_export_transformer'

export default class DataExportsController {
  /** A list of at most one, because there may be none. */
  async index({ auth, serialize }: HttpContext) {
    const found = await DataExport.of(auth.getUserOrFail())
    const all = found ? [found] : []
    return serialize(DataExportTransformer.transform(all), { total: all.length })
  }

  async store({ auth, response, serialize }: HttpContext) {
    const wanted = await DataExport.request(auth.getUserOrFail())
    return response.accepted(await serialize(DataExportTransformer.transform(wanted)))
  }
}
