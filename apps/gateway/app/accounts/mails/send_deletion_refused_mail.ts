import { DeletionRefusedMail } from '#accounts/mails/deletion_refused_mail'
import User from '#accounts/models/user'
import { post } from '#core/mail/post'
import type { Subscriber } from '#ledger/subscriber'
import { languageOf } from '#accounts/reading_language'

const sendDeletionRefusedMail: Subscriber = async (event, trx) => {
  const user = await User.find(event.subjectId, { client: trx })
  if (!user || user.deletedAt) return
  const reason = String(event.metadata.reason)
  const mail = new DeletionRefusedMail(user.email, event.id, { fullName: user.fullName, reason })
  await post(mail, await languageOf(user, event, trx))
}

export default sendDeletionRefusedMail
