import { post } from '#core/mail/post'
import type { Subscriber } from '#ledger/subscriber'
import { InvitationMail } from '#organizations/mails/invitation_mail'
import Invitation from '#organizations/models/invitation'
import { languageOf } from '#accounts/reading_language'
import User from '#accounts/models/user'

/** One that has been revoked or answered in the meantime is not sent. */
const sendInvitationMail: Subscriber = async (event, trx) => {
  const invitation = await Invitation.query({ client: trx })
    .where({ id: event.subjectId })
    .whereNull('acceptedAt')
    .preload('organization')
    .preload('inviter')
    .first()
  if (!invitation) return
  const { email, role, organization, inviter } = invitation
  const token = await invitation.issue(trx)
  const mail = new InvitationMail(email, event.id, {
    inviter: inviter?.fullName ?? null,
    organization: organization.name,
    role,
    token,
  })
  await post(mail, await languageOf(await User.findBy({ email }, { client: trx }), event, trx))
}

export default sendInvitationMail
