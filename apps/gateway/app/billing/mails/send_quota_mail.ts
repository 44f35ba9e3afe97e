import { QuotaMail } from '#billing/mails/quota_mail'
import { mailPayers } from '#billing/mails/mail_payers'

export default mailPayers(() => QuotaMail)
