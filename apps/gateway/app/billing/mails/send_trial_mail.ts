import { TrialMail } from '#billing/mails/trial_mail'
import { mailPayers } from '#billing/mails/mail_payers'

export default mailPayers(() => TrialMail)
