import { inMoney, type Money } from '#billing/wording'
import { pageUrl } from '#core/mail/page_url'
import { ProductMail } from '#core/mail/product_mail'

interface Data extends Money {
  organizationName: string
  lowBalanceCents: number
}

export class BalanceMail extends ProductMail<Data> {
  static sample: Data = {
    organizationName: 'Acme',
    totalCents: 4_20,
    currency: 'EUR',
    lowBalanceCents: 10_00,
  }

  override letter() {
    const { organizationName, lowBalanceCents, currency } = this.data
    return {
      subject: `The prepaid credit of ${organizationName} is low`,
      paragraphs: [
        `${organizationName} has ${inMoney(this.data)} of prepaid credit left. You asked to be told when it falls below ${inMoney({ totalCents: lowBalanceCents, currency })}.`,
        'When it is used up, invoices are charged to the card again.',
      ],
      action: { label: 'Add credit', url: pageUrl('/dashboard/billing') },
      footnote: `You get this mail because you look after the billing of ${organizationName}.`,
    }
  }
}
