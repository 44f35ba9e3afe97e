import User from '#accounts/models/user'
import { post } from '#core/mail/post'
import type { Subscriber } from '#ledger/subscriber'
import { RemovalMail } from '#organizations/mails/removal_mail'
import Organization from '#organizations/models/organization'
import { languageOf } from '#accounts/reading_language'

/** An organization that is gone by now has nobody to be told about. */
const sendRemovalMail: Subscriber = async (event, trx) => {
  const [user, organization] = [
    await User.find(event.subjectId, { client: trx }),
    await Organization.find(event.organizationId, { client: trx }),
  ]
  if (!user || user.deletedAt || !organization) return
  const { email, fullName } = user
  const mail = new RemovalMail(email, event.id, { fullName, organization: organization.name })
  await post(mail, await languageOf(user, event, trx))
}

export default sendRemovalMail
