import { post } from '#core/mail/post'
import type { Subscriber } from '#ledger/subscriber'
import { InvitationMail } from '#organizations/mails/invitation_mail'
import Invitation from '#organizations/models/invitation'

/** One that has been revoked or answered in the meantime is not sent. */
const sendInvitationMail: Subscriber = async ({ id, subjectId }, trx) => {
  const invitation = await Invitation.query({ client: trx })
    .where({ id: subjectId })
    .whereNull('acceptedAt')
    .preload('organization')
    .preload('inviter')
    .first()
  if (!invitation) return
  const { email, role, organization, inviter } = invitation
  const token = await invitation.issue(trx)
  await post(
    new InvitationMail(email, id, {
      inviter: inviter?.fullName ?? null,
      organization: organization.name,
      role,
      token,
    }),
  )
}

export default sendInvitationMail
