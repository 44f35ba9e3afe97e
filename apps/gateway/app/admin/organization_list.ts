import type { Infer } from '@vinejs/vine/types'
import type { organizationListValidator } from '#admin/validators/organization'
import { batchesOf } from '#core/csv'
import { containing, orderOf } from '#core/table'
import Organization from '#organizations/models/organization'

const columns = {
  name: 'lower(name)',
  createdAt: 'created_at',
  members: '(select count(*) from memberships where organization_id = organizations.id)',
}

/** The organizations of the platform with the number of their members, as an administrator looks for them. */
export class OrganizationList {
  constructor(private wanted: Infer<typeof organizationListValidator>) {}

  page() {
    const { page = 1, perPage = 20, sort = '-createdAt' } = this.wanted
    return this.#matching().orderByRaw(orderOf(columns, sort)).paginate(page, perPage)
  }

  /** Every one that matches, in batches, in the order in which they were opened. */
  all() {
    return batchesOf(() => this.#matching())
  }

  #matching() {
    const { search, state } = this.wanted
    return Organization.query()
      .withCount('memberships', (query) => query.as('members'))
      .if(search, (query) =>
        query.where((any) =>
          any.whereILike('name', containing(search!)).orWhereILike('slug', containing(search!)),
        ),
      )
      .if(state === 'active', (query) => query.whereNull('disabled_at'))
      .if(state === 'disabled', (query) => query.whereNotNull('disabled_at'))
  }
}
