import { BaseTransformer } from '@adonisjs/core/transformers'
import type DataExport from '#accounts/models/data_export'
import { iso } from '#core/time'

export default class DataExportTransformer extends BaseTransformer<DataExport> {
  toObject() {
    const { id, bytes, createdAt, readyAt, expiresAt } = this.resource
    return {
      id,
      bytes,
      createdAt: iso(createdAt),
      readyAt: iso(readyAt),
      expiresAt: iso(expiresAt),
    }
  }
}
