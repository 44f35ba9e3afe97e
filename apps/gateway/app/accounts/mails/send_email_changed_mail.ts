import { EmailChangedMail } from '#accounts/mails/email_changed_mail'
import AccountToken from '#accounts/models/account_token'
import User from '#accounts/models/user'
import { post } from '#core/mail/post'
import type { Subscriber } from '#ledger/subscriber'
import { languageOf } from '#accounts/reading_language'

const sendEmailChangedMail: Subscriber = async (event, trx) => {
  const user = await User.find(event.subjectId, { client: trx })
  if (!user) return
  const [from, to] = [String(event.metadata.from), String(event.metadata.to)]
  const token = await AccountToken.issue(trx, user, 'email_undo', { address: from })
  const mail = new EmailChangedMail(from, event.id, { fullName: user.fullName, to, token })
  await post(mail, await languageOf(user, event, trx))
}

export default sendEmailChangedMail
