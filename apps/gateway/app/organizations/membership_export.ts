import type { PersonalData } from '#accounts/export/archive'
import { iso } from '#core/time'
import Membership from '#organizations/models/membership'

const memberships: PersonalData = async (user) => {
  const all = await Membership.query().where({ userId: user.id }).preload('organization').orderBy('createdAt')
  return all.map(({ role, createdAt, organization: { id, name, slug } }) => ({
    id,
    name,
    slug,
    role,
    since: iso(createdAt),
  }))
}

export default memberships
