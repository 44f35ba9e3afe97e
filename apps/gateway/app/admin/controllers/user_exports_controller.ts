import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import type User from '#accounts/models/user'
import { iso } from '#core/time'
import { UserList } from '#admin/user_list'
import { userListValidator } from '#admin/validators/user'
import { sendCsv } from '#core/csv'
import { record } from '#ledger/record'

const columns = {
  id: ({ id }: User) => id,
  email: ({ email }: User) => email,
  name: ({ fullName }: User) => fullName,
  role: ({ role }: User) => role,
  verified_at: ({ emailVerifiedAt }: User) => iso(emailVerifiedAt),
  disabled_at: ({ disabledAt }: User) => iso(disabledAt),
  registered_at: ({ createdAt }: User) => iso(createdAt),
}

export default class UserExportsController {
  async show({ auth, request, response }: HttpContext) {
    const list = new UserList(await request.validateUsing(userListValidator))
    await db.transaction((trx) =>
      record(trx, { action: 'users.exported', subject: ['user', auth.getUserOrFail().id] }),
    )
    sendCsv({ response }, 'users', columns, list.all())
  }
}
