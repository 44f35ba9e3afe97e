import type { Obstacle } from '#accounts/erasure/eraser'
import { SoleOwnerException } from '#organizations/exceptions/sole_owner_exception'
import Membership from '#organizations/models/membership'

/** Whoever others depend on hands over first. An organization that is a person's alone goes with them. */
const soleOwnership: Obstacle = async ({ id: userId }) => {
  const owned = await Membership.query()
    .where({ userId, role: 'owner' })
    .whereExists((others) =>
      others
        .from('memberships as other')
        .whereColumn('other.organization_id', 'memberships.organization_id')
        .whereNot('other.user_id', userId),
    )
    .whereNotExists((owners) =>
      owners
        .from('memberships as other')
        .join('users', 'users.id', 'other.user_id')
        .whereColumn('other.organization_id', 'memberships.organization_id')
        .where('other.role', 'owner')
        .whereNot('other.user_id', userId)
        .whereNull('users.disabled_at'),
    )
    .preload('organization')
    .orderBy('createdAt')
  if (owned.length > 0) throw new SoleOwnerException(owned.map(({ organization }) => organization.name))
}

export default soleOwnership
