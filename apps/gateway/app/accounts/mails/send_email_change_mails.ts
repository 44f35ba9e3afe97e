import { EmailChangeMail } from '#accounts/mails/email_change_mail'
import { EmailChangeNoticeMail } from '#accounts/mails/email_change_notice_mail'
import AccountToken from '#accounts/models/account_token'
import User from '#accounts/models/user'
import { post } from '#core/mail/post'
import type { Subscriber } from '#ledger/subscriber'
import { languageOf } from '#accounts/reading_language'

/** A taken address gets nothing: its owner did not ask, and who did is not told that it is taken. */
const sendEmailChangeMails: Subscriber = async (event, trx) => {
  const user = await User.find(event.subjectId, { client: trx })
  if (!user || user.disabledAt) return
  const { fullName, email: from } = user
  const to = String(event.metadata.to)
  const language = await languageOf(user, event, trx)

  await post(new EmailChangeNoticeMail(from, event.id, { fullName, to }), language)
  if (await User.findBy({ email: to }, { client: trx })) return
  const token = await AccountToken.issue(trx, user, 'email_change', { address: to })
  await post(new EmailChangeMail(to, event.id, { fullName, from, token }), language)
}

export default sendEmailChangeMails
