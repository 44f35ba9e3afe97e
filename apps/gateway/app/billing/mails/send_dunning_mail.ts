import { FailureMail } from '#billing/mails/failure_mail'
import { type Debt, ReminderMail } from '#billing/mails/reminder_mail'
import { RestorationMail } from '#billing/mails/restoration_mail'
import { SuspensionMail } from '#billing/mails/suspension_mail'
import { payersOf } from '#billing/payers'
import { post } from '#core/mail/post'
import type { Subscriber } from '#ledger/subscriber'

const letters: Record<
  string,
  typeof FailureMail | typeof ReminderMail | typeof SuspensionMail | typeof RestorationMail
> = {
  'payment.failed': FailureMail,
  'payment.reminded': ReminderMail,
  'organization.suspended': SuspensionMail,
  'organization.restored': RestorationMail,
}

const sendDunningMail: Subscriber = async ({ id, action, organizationId, metadata }) => {
  const payers = await payersOf(organizationId!)
  if (!payers) return
  const data = { ...(metadata as unknown as Debt), organizationName: payers.name }
  for (const address of payers.addresses) await post(new letters[action]!(address, id, data))
}

export default sendDunningMail
