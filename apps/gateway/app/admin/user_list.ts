import type { Infer } from '@vinejs/vine/types'
import User from '#accounts/models/user'
import type { userListValidator } from '#admin/validators/user'
import { batchesOf } from '#core/csv'
import { containing, orderOf } from '#core/table'

const columns = { fullName: 'lower(full_name)', email: 'email', createdAt: 'created_at' }

/** The people of the platform, as an administrator looks for them. */
export class UserList {
  constructor(private wanted: Infer<typeof userListValidator>) {}

  page() {
    const { page = 1, perPage = 20, sort = '-createdAt' } = this.wanted
    return this.#matching().orderByRaw(orderOf(columns, sort)).paginate(page, perPage)
  }

  /** Everyone who matches, in batches, in the order in which they registered. */
  all() {
    return batchesOf(() => this.#matching())
  }

  #matching() {
    const { search, role, state, verified } = this.wanted
    // Of somebody who is deleted only a number is left, for the ledger's sake.
    return User.query()
      .whereNull('deleted_at')
      .if(search, (query) =>
        query.where((any) =>
          any.whereILike('email', containing(search!)).orWhereILike('full_name', containing(search!)),
        ),
      )
      .if(role, (query) => query.where('role', role!))
      .if(state === 'active', (query) => query.whereNull('disabled_at'))
      .if(state === 'disabled', (query) => query.whereNotNull('disabled_at'))
      .if(verified === true, (query) => query.whereNotNull('email_verified_at'))
      .if(verified === false, (query) => query.whereNull('email_verified_at'))
  }
}
