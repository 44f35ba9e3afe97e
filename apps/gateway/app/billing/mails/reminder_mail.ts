import { t } from '#core/language'
import { inDays, inMoney, type Money } from '#billing/wording'
import { pageUrl } from '#core/mail/page_url'
import { ProductMail } from '#core/mail/product_mail'

export interface Debt extends Money {
  organizationName: string
  number: string
  suspendsAt: string
}

export class ReminderMail extends ProductMail<Debt> {
  static sample: Debt = {
    organizationName: 'Acme',
    number: 'ACM-001-002',
    totalCents: 99_00,
    currency: 'EUR',
    suspendsAt: '2026-12-15T00:00:00.000Z',
  }

  override letter() {
    const { organizationName: organization, number, suspendsAt } = this.data
    return {
      subject: t('mails.reminder.subject', { organization, number }),
      paragraphs: [
        t('mails.reminder.text', { amount: inMoney(this.data), number }),
        t('mails.reminder.what_now'),
        t('mails.reminder.until', { organization, day: inDays(suspendsAt) }),
      ],
      action: { label: t('mails.pay_invoice'), url: pageUrl('/dashboard/billing') },
      footnote: t('mails.payer_footnote', { organization }),
    }
  }
}
