import { BalanceMail } from '#billing/mails/balance_mail'
import { mailPayers } from '#billing/mails/mail_payers'

export default mailPayers(() => BalanceMail)
