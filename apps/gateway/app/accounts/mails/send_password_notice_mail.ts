import { PasswordNoticeMail } from '#accounts/mails/password_notice_mail'
import User from '#accounts/models/user'
import { post } from '#core/mail/post'
import type { Subscriber } from '#ledger/subscriber'

const sendPasswordNoticeMail: Subscriber = async ({ id, subjectId, createdAt }, trx) => {
  const user = await User.find(subjectId, { client: trx })
  if (!user) return
  const { email, fullName } = user
  const at = `${createdAt.toUTC().toFormat("d MMMM yyyy 'at' HH:mm")} UTC`
  await post(new PasswordNoticeMail(email, id, { fullName, at }))
}

export default sendPasswordNoticeMail
