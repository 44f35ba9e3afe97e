import { BaseTransformer } from '@adonisjs/core/transformers'
import type DataExport from '#accounts/models/data_export'

export default class DataExportTransformer extends BaseTransformer<DataExport> {
  toObject() {
    const { id, bytes, createdAt, readyAt, expiresAt } = this.resource
    return {
      id,
      bytes,
      createdAt: createdAt.toUTC().toISO(),
      readyAt: readyAt?.toUTC().toISO() ?? null,
      expiresAt: expiresAt?.toUTC().toISO() ?? null,
    }
  }
}
