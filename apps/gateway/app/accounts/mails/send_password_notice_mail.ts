import { PasswordNoticeMail } from '#accounts/mails/password_notice_mail'
import User from '#accounts/models/user'
import { post } from '#core/mail/post'
import type { Subscriber } from '#ledger/subscriber'
import { languageOf } from '#accounts/reading_language'
import { iso } from '#core/time'

const sendPasswordNoticeMail: Subscriber = async (event, trx) => {
  const user = await User.find(event.subjectId, { client: trx })
  if (!user) return
  const { email, fullName, timeZone } = user
  const mail = new PasswordNoticeMail(email, event.id, { fullName, at: iso(event.createdAt), timeZone })
  await post(mail, await languageOf(user, event, trx))
}

export default sendPasswordNoticeMail
