import { VerificationMail } from '#accounts/mails/verification_mail'
import AccountToken from '#accounts/models/account_token'
import User from '#accounts/models/user'
import { post } from '#core/mail/post'
import type { Subscriber } from '#ledger/subscriber'

const sendVerificationMail: Subscriber = async ({ id, subjectId }, trx) => {
  const user = await User.find(subjectId, { client: trx })
  if (!user || user.emailVerifiedAt) return
  const { email, fullName } = user
  const token = await AccountToken.issue(trx, user, 'verification')
  await post(new VerificationMail(email, id, { fullName, token }))
}

export default sendVerificationMail
