import { WelcomeMail } from '#accounts/mails/welcome_mail'
import AccountToken from '#accounts/models/account_token'
import User from '#accounts/models/user'
import { post } from '#core/mail/post'
import type { Subscriber } from '#ledger/subscriber'
import { languageOf } from '#accounts/reading_language'

const sendWelcomeMail: Subscriber = async (event, trx) => {
  const user = await User.find(event.subjectId, { client: trx })
  if (!user) return
  const { email, fullName, emailVerifiedAt } = user
  const token = emailVerifiedAt ? null : await AccountToken.issue(trx, user, 'verification')
  const organizationName = String(event.metadata.organizationName)
  const isInvited = event.metadata.invited === true
  const mail = new WelcomeMail(email, event.id, { fullName, organizationName, isInvited, token })
  await post(mail, await languageOf(user, event, trx))
}

export default sendWelcomeMail
