import { DeletionRefusedMail } from '#accounts/mails/deletion_refused_mail'
import User from '#accounts/models/user'
import { post } from '#core/mail/post'
import type { Subscriber } from '#ledger/subscriber'

const sendDeletionRefusedMail: Subscriber = async ({ id, subjectId, metadata }, trx) => {
  const user = await User.find(subjectId, { client: trx })
  if (!user || user.deletedAt) return
  const reason = String(metadata.reason)
  await post(new DeletionRefusedMail(user.email, id, { fullName: user.fullName, reason }))
}

export default sendDeletionRefusedMail
