import { type Debt, ReminderMail } from '#billing/mails/reminder_mail'
import { inDays, inMoney } from '#billing/wording'
import { dunning } from '#config/dunning'
import { pageUrl } from '#core/mail/page_url'
import { ProductMail } from '#core/mail/product_mail'

/** On the day on which it happened; the reminders follow. */
export class FailureMail extends ProductMail<Debt> {
  static sample = ReminderMail.sample

  override letter() {
    const { organizationName, number, suspendsAt } = this.data
    const days = new Intl.ListFormat('en-GB').format(dunning.reminders.map(String))
    return {
      subject: `A payment of ${organizationName} has failed`,
      paragraphs: [
        `The payment of ${inMoney(this.data)} for invoice ${number} did not go through.`,
        `We try the card again after ${days} days. If it has expired, or the bank refuses it, pay with another one now.`,
        `Until ${inDays(suspendsAt)} everything works as before.`,
      ],
      action: { label: 'Pay the invoice', url: pageUrl('/dashboard/billing') },
      footnote: `You get this mail because you look after the billing of ${organizationName}.`,
    }
  }
}
