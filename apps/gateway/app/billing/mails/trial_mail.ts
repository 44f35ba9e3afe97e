import { DateTime } from 'luxon'
import { amountOf } from '#billing/mails/reminder_mail'
import { pageUrl } from '#core/mail/page_url'
import { ProductMail } from '#core/mail/product_mail'

interface Data {
  organizationName: string
  planName: string
  interval: string
  totalCents: number
  currency: string
  trialEndsAt: string
}

export class TrialMail extends ProductMail<Data> {
  static sample: Data = {
    organizationName: 'Acme',
    planName: 'Pro',
    interval: 'monthly',
    totalCents: 29_00,
    currency: 'EUR',
    trialEndsAt: '2026-12-15T00:00:00.000Z',
  }

  override letter() {
    const { organizationName, planName, interval, trialEndsAt } = this.data
    const day = DateTime.fromISO(trialEndsAt, { zone: 'utc' })
      .setLocale('en-GB')
      .toLocaleString(DateTime.DATE_FULL)
    return {
      subject: `The trial of ${organizationName} ends on ${day}`,
      paragraphs: [
        `Until then ${planName} costs nothing. From that day on it is ${amountOf(this.data)} ${interval}, before taxes.`,
        'The card you have left is charged for it. If you have left none, an invoice waits for you under Billing.',
        'If you do not want to go on, cancel before that day, and nothing is charged.',
      ],
      action: { label: 'Look at the plan', url: pageUrl('/dashboard/billing') },
      footnote: `You get this mail because you look after the billing of ${organizationName}.`,
    }
  }
}
