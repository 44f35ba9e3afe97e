import { WelcomeMail } from '#accounts/mails/welcome_mail'
import AccountToken from '#accounts/models/account_token'
import User from '#accounts/models/user'
import { post } from '#core/mail/post'
import type { Subscriber } from '#ledger/subscriber'

const sendWelcomeMail: Subscriber = async ({ id, subjectId, metadata }, trx) => {
  const user = await User.find(subjectId, { client: trx })
  if (!user) return
  const { email, fullName, emailVerifiedAt } = user
  const token = emailVerifiedAt ? null : await AccountToken.issue(trx, user, 'verification')
  const organizationName = String(metadata.organizationName)
  const isInvited = metadata.invited === true
  await post(new WelcomeMail(email, id, { fullName, organizationName, isInvited, token }))
}

export default sendWelcomeMail
