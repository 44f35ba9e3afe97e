import { DateTime } from 'luxon'
import { AccountDeletionMail } from '#accounts/mails/account_deletion_mail'
import User from '#accounts/models/user'
import { post } from '#core/mail/post'
import type { Subscriber } from '#ledger/subscriber'

const sendAccountDeletionMail: Subscriber = async ({ id, subjectId, metadata }, trx) => {
  const user = await User.find(subjectId, { client: trx })
  if (!user || user.deletedAt) return
  const date = DateTime.fromISO(String(metadata.dueAt), { zone: 'utc' }).toFormat('d MMMM yyyy')
  await post(new AccountDeletionMail(user.email, id, { fullName: user.fullName, date }))
}

export default sendAccountDeletionMail
