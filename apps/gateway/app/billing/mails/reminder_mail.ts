import { DateTime } from 'luxon'
import { pageUrl } from '#core/mail/page_url'
import { ProductMail } from '#core/mail/product_mail'

export interface Debt {
  organizationName: string
  number: string
  totalCents: number
  currency: string
  suspendsAt: string
}

export const amountOf = ({ totalCents, currency }: Pick<Debt, 'totalCents' | 'currency'>) => {
  const format = new Intl.NumberFormat('en-GB', { style: 'currency', currency })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(totalCents / 10 ** digits)
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
    const day = DateTime.fromISO(suspendsAt, { zone: 'utc' })
      .setLocale('en-GB')
      .toLocaleString(DateTime.DATE_FULL)
    return {
      subject: `Invoice ${number} of ${organizationName} is still unpaid`,
      paragraphs: [
        `We tried to charge ${amountOf(this.data)} for invoice ${number}, and the payment did not go through.`,
        'Please pay it, with another card if the bank goes on refusing this one.',
        `Until ${day} everything works as before. After that ${organizationName} can be read but not changed until the invoice is paid.`,
      ],
      action: { label: 'Pay the invoice', url: pageUrl('/dashboard/billing') },
      footnote: `You get this mail because you look after the billing of ${organizationName}.`,
    }
  }
}
