import { t } from '#core/language'
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
    const { organizationName: organization, planName: plan, interval, trialEndsAt } = this.data
    return {
      subject: t('mails.trial.subject', { organization, day: inDays(trialEndsAt) }),
      paragraphs: [
        t('mails.trial.cost', { plan, amount: inMoney(this.data), interval }),
        t('mails.trial.payment'),
        t('mails.trial.cancel'),
      ],
      action: { label: t('mails.trial.action'), url: pageUrl('/dashboard/billing') },
      footnote: t('mails.payer_footnote', { organization }),
    }
  }
}
