import { FailureMail } from '#billing/mails/failure_mail'
import { mailPayers } from '#billing/mails/mail_payers'
import { ReminderMail } from '#billing/mails/reminder_mail'
import { RestorationMail } from '#billing/mails/restoration_mail'
import { SuspensionMail } from '#billing/mails/suspension_mail'

const letters: Record<
  string,
  typeof FailureMail | typeof ReminderMail | typeof SuspensionMail | typeof RestorationMail
> = {
  'payment.failed': FailureMail,
  'payment.reminded': ReminderMail,
  'organization.suspended': SuspensionMail,
  'organization.restored': RestorationMail,
}

export default mailPayers((action) => letters[action]!)
