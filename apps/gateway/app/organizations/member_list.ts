import type { Infer } from '@vinejs/vine/types'
import { withPasskeys } from '#accounts/second_factor'
import { containing, orderOf } from '#core/table'
import Membership from '#organizations/models/membership'
import type { memberListValidator } from '#organizations/validators/organization'

const columns = {
  fullName: '(select lower(full_name) from users where users.id = user_id)',
  joinedAt: 'created_at',
}

/** The people of an organization, as they look for each other. */
export class MemberList {
  constructor(
    private organizationId: string,
    private wanted: Infer<typeof memberListValidator>,
  ) {}

  page() {
    const { page = 1, perPage = 20, sort = 'fullName', search } = this.wanted
    return Membership.query()
      .where('organization_id', this.organizationId)
      .if(search, (query) =>
        query.whereHas('user', (user) =>
          user.where((any) =>
            any.whereILike('email', containing(search!)).orWhereILike('full_name', containing(search!)),
          ),
        ),
      )
      .preload('user', withPasskeys)
      .orderByRaw(orderOf(columns, sort))
      .paginate(page, perPage)
  }
}
