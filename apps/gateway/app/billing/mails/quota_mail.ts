import { t } from '#core/language'
import { inDays, inDigits } from '#billing/wording'
import { pageUrl } from '#core/mail/page_url'
import { ProductMail } from '#core/mail/product_mail'

interface Data {
  organizationName: string
  percent: number
  used: number
  limit: number
  resetsAt: string
}

export class QuotaMail extends ProductMail<Data> {
  static sample: Data = {
    organizationName: 'Acme',
    percent: 80,
    used: 800,
    limit: 1_000,
    resetsAt: '2026-12-01T00:00:00.000Z',
  }

  override letter() {
    const { organizationName: organization, percent, used, limit } = this.data
    const day = inDays(this.data.resetsAt)
    const state = percent >= 100 ? 'over' : 'near'
    return {
      subject: t(`mails.quota.${state}_subject`, { organization, percent }),
      paragraphs: [
        t('mails.quota.text', { organization, used: inDigits(used), limit: inDigits(limit) }),
        t(`mails.quota.${state}`, { day }),
        t('mails.quota.larger'),
      ],
      action: { label: t('mails.quota.action'), url: pageUrl('/dashboard/billing/usage') },
      footnote: t('mails.payer_footnote', { organization }),
    }
  }
}
