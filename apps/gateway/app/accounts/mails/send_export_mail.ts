import { ExportMail } from '#accounts/mails/export_mail'
import DataExport from '#accounts/models/data_export'
import User from '#accounts/models/user'
import { post } from '#core/mail/post'
import type { Subscriber } from '#ledger/subscriber'
import { languageOf } from '#accounts/reading_language'

const sendExportMail: Subscriber = async (event, trx) => {
  const made = await DataExport.find(event.subjectId, { client: trx })
  const user = made && (await User.find(made.userId, { client: trx }))
  if (!user?.wants('data_ready')) return
  const mail = new ExportMail(user.email, event.id, { fullName: user.fullName })
  await post(mail, await languageOf(user, event, trx))
}

export default sendExportMail
