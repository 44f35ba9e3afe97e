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
  await post(
    new WelcomeMail(email, id, { fullName, organizationName: String(metadata.organizationName), token }),
  )
}

export default sendWelcomeMail
