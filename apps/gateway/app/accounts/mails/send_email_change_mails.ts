import { EmailChangeMail } from '#accounts/mails/email_change_mail'
import { EmailChangeNoticeMail } from '#accounts/mails/email_change_notice_mail'
import AccountToken from '#accounts/models/account_token'
import User from '#accounts/models/user'
import { post } from '#core/mail/post'
import type { Subscriber } from '#ledger/subscriber'

/** A taken address gets nothing: its owner did not ask, and who did is not told that it is taken. */
const sendEmailChangeMails: Subscriber = async ({ id, subjectId, metadata }, trx) => {
  const user = await User.find(subjectId, { client: trx })
  if (!user || user.disabledAt) return
  const { fullName, email: from } = user
  const to = String(metadata.to)

  await post(new EmailChangeNoticeMail(from, id, { fullName, to }))
  if (await User.findBy({ email: to }, { client: trx })) return
  const token = await AccountToken.issue(trx, user, 'email_change', { address: to })
  await post(new EmailChangeMail(to, id, { fullName, from, token }))
}

export default sendEmailChangeMails
