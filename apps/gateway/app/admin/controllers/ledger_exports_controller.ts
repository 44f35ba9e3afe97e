import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { platformEvents } from '#admin/platform_events'
import { platformEventListValidator } from '#admin/validators/ledger'
import { sendEvents } from '#audit/event_file'
import { record } from '#ledger/record'

export default class LedgerExportsController {
  async show({ auth, request, response }: HttpContext) {
    const list = platformEvents(await request.validateUsing(platformEventListValidator))
    await db.transaction((trx) =>
      record(trx, { action: 'ledger.exported', subject: ['user', auth.getUserOrFail().id] }),
    )
    sendEvents({ response }, 'ledger', list, 'platform')
  }
}
