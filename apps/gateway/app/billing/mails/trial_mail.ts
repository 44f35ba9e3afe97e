import { inDays, inMoney, type Money } from '#billing/wording'
import { pageUrl } from '#core/mail/page_url'
import { ProductMail } from '#core/mail/product_mail'

interface Data extends Money {
  organizationName: string
  planName: string
  interval: string
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
    const day = inDays(trialEndsAt)
    return {
      subject: `The trial of ${organizationName} ends on ${day}`,
      paragraphs: [
        `Until then ${planName} costs nothing. From that day on it is ${inMoney(this.data)} ${interval}, before taxes.`,
        'The card you have left is charged for it. If you have left none, an invoice waits for you under Billing.',
        'If you do not want to go on, cancel before that day, and nothing is charged.',
      ],
      action: { label: 'Look at the plan', url: pageUrl('/dashboard/billing') },
      footnote: `You get this mail because you look after the billing of ${organizationName}.`,
    }
  }
}
