import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { OrganizationList } from '#admin/organization_list'
import { organizationListValidator } from '#admin/validators/organization'
import { sendCsv } from '#core/csv'
import { iso } from '#core/time'
import { record } from '#ledger/record'
import type Organization from '#organizations/models/organization'

const columns = {
  id: ({ id }: Organization) => id,
  name: ({ name }: Organization) => name,
  slug: ({ slug }: Organization) => slug,
  members: ({ $extras }: Organization) => Number($extras.members),
  disabled_at: ({ disabledAt }: Organization) => iso(disabledAt),
  opened_at: ({ createdAt }: Organization) => iso(createdAt),
}

export default class OrganizationExportsController {
  async show({ auth, request, response }: HttpContext) {
    const list = new OrganizationList(await request.validateUsing(organizationListValidator))
    await db.transaction((trx) =>
      record(trx, { action: 'organizations.exported', subject: ['user', auth.getUserOrFail().id] }),
    )
    sendCsv({ response }, 'organizations', columns, list.all())
  }
}
