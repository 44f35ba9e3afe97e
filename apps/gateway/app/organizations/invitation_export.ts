import type { PersonalData } from '#accounts/export/archive'
import { iso } from '#core/time'
import Invitation from '#organizations/models/invitation'

/** What came to the person's address and, without the others' addresses, what they sent. */
const invitations: PersonalData = async ({ id, email }) => {
  const all = await Invitation.query()
    .where({ email })
    .orWhere({ invitedBy: id })
    .preload('organization')
    .orderBy('id')
  return all.map((invitation) => ({
    organization: invitation.organization.name,
    toYou: invitation.email === email,
    role: invitation.role,
    sentAt: iso(invitation.sentAt),
    acceptedAt: iso(invitation.acceptedAt),
  }))
}

export default invitations
