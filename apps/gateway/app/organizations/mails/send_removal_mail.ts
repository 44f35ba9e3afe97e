import User from '#accounts/models/user'
import { post } from '#core/mail/post'
import type { Subscriber } from '#ledger/subscriber'
import { RemovalMail } from '#organizations/mails/removal_mail'
import Organization from '#organizations/models/organization'

/** An organization that is gone by now has nobody to be told about. */
const sendRemovalMail: Subscriber = async ({ id, subjectId, organizationId }, trx) => {
  const [user, organization] = [
    await User.find(subjectId, { client: trx }),
    await Organization.find(organizationId, { client: trx }),
  ]
  if (!user || user.deletedAt || !organization) return
  const { email, fullName } = user
  await post(new RemovalMail(email, id, { fullName, organization: organization.name }))
}

export default sendRemovalMail
