import { ExportMail } from '#accounts/mails/export_mail'
import DataExport from '#accounts/models/data_export'
import User from '#accounts/models/user'
import { post } from '#core/mail/post'
import type { Subscriber } from '#ledger/subscriber'

const sendExportMail: Subscriber = async ({ id, subjectId }, trx) => {
  const made = await DataExport.find(subjectId, { client: trx })
  const user = made && (await User.find(made.userId, { client: trx }))
  if (user?.wants('data_ready')) await post(new ExportMail(user.email, id, { fullName: user.fullName }))
}

export default sendExportMail
