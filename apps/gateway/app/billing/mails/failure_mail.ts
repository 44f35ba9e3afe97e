import { region, t } from '#core/language'
import { type Debt, ReminderMail } from '#billing/mails/reminder_mail'
import { inDays, inMoney } from '#billing/wording'
import { dunning } from '#config/dunning'
import { pageUrl } from '#core/mail/page_url'
import { ProductMail } from '#core/mail/product_mail'

/** On the day on which it happened; the reminders follow. */
export class FailureMail extends ProductMail<Debt> {
  static sample = ReminderMail.sample

  override letter() {
    const { organizationName: organization, number, suspendsAt } = this.data
    const days = new Intl.ListFormat(region()).format(dunning.reminders.map(String))
    return {
      subject: t('mails.failure.subject', { organization }),
      paragraphs: [
        t('mails.failure.text', { amount: inMoney(this.data), number }),
        t('mails.failure.retries', { days }),
        t('mails.failure.until', { day: inDays(suspendsAt) }),
      ],
      action: { label: t('mails.pay_invoice'), url: pageUrl('/dashboard/billing') },
      footnote: t('mails.payer_footnote', { organization }),
    }
  }
}
