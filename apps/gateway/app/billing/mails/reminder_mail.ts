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
    const { organizationName, number, suspendsAt } = this.data
    return {
      subject: `Invoice ${number} of ${organizationName} is still unpaid`,
      paragraphs: [
        `We tried to charge ${inMoney(this.data)} for invoice ${number}, and the payment did not go through.`,
        'Please pay it, with another card if the bank goes on refusing this one.',
        `Until ${inDays(suspendsAt)} everything works as before. After that ${organizationName} can be read but not changed until the invoice is paid.`,
      ],
      action: { label: 'Pay the invoice', url: pageUrl('/dashboard/billing') },
      footnote: `You get this mail because you look after the billing of ${organizationName}.`,
    }
  }
}
