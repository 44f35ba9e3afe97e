import { EmailChangedMail } from '#accounts/mails/email_changed_mail'
import AccountToken from '#accounts/models/account_token'
import User from '#accounts/models/user'
import { post } from '#core/mail/post'
import type { Subscriber } from '#ledger/subscriber'

const sendEmailChangedMail: Subscriber = async ({ id, subjectId, metadata }, trx) => {
  const user = await User.find(subjectId, { client: trx })
  if (!user) return
  const [from, to] = [String(metadata.from), String(metadata.to)]
  const token = await AccountToken.issue(trx, user, 'email_undo', { address: from })
  await post(new EmailChangedMail(from, id, { fullName: user.fullName, to, token }))
}

export default sendEmailChangedMail
