import { VerificationMail } from '#accounts/mails/verification_mail'
import AccountToken from '#accounts/models/account_token'
import User from '#accounts/models/user'
import { post } from '#core/mail/post'
import type { Subscriber } from '#ledger/subscriber'
import { languageOf } from '#accounts/reading_language'

const sendVerificationMail: Subscriber = async (event, trx) => {
  const user = await User.find(event.subjectId, { client: trx })
  if (!user || user.emailVerifiedAt) return
  const { email, fullName } = user
  const token = await AccountToken.issue(trx, user, 'verification')
  await post(new VerificationMail(email, event.id, { fullName, token }), await languageOf(user, event, trx))
}

export default sendVerificationMail
