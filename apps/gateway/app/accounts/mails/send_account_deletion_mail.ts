import { AccountDeletionMail } from '#accounts/mails/account_deletion_mail'
import User from '#accounts/models/user'
import { post } from '#core/mail/post'
import type { Subscriber } from '#ledger/subscriber'
import { languageOf } from '#accounts/reading_language'

const sendAccountDeletionMail: Subscriber = async (event, trx) => {
  const user = await User.find(event.subjectId, { client: trx })
  if (!user || user.deletedAt) return
  const { email, fullName, timeZone } = user
  const mail = new AccountDeletionMail(email, event.id, {
    fullName,
    dueAt: String(event.metadata.dueAt),
    timeZone,
  })
  await post(mail, await languageOf(user, event, trx))
}

export default sendAccountDeletionMail
