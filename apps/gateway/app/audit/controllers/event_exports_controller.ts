import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { sendEvents } from '#audit/event_file'
import { EventList, ofOrganization } from '#audit/event_list'
import { eventListValidator } from '#audit/validators/event'
import { record } from '#ledger/record'

export default class EventExportsController {
  async show({ membership, request, response }: HttpContext) {
    const { id } = membership.organization
    const list = new EventList(() => ofOrganization(id), await request.validateUsing(eventListValidator))
    await db.transaction((trx) =>
      record(trx, { action: 'audit.exported', subject: ['organization', id], organizationId: id }),
    )
    sendEvents({ response }, 'audit', list, { organization: id })
  }
}
