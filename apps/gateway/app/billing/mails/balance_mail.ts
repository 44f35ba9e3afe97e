import { t } from '#core/language'
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
    const { organizationName: organization, lowBalanceCents, currency } = this.data
    return {
      subject: t('mails.balance.subject', { organization }),
      paragraphs: [
        t('mails.balance.text', {
          organization,
          balance: inMoney(this.data),
          limit: inMoney({ totalCents: lowBalanceCents, currency }),
        }),
        t('mails.balance.what_then'),
      ],
      action: { label: t('mails.balance.action'), url: pageUrl('/dashboard/billing') },
      footnote: t('mails.payer_footnote', { organization }),
    }
  }
}
