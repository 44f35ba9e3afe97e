import { t } from '#core/language'
import { pageUrl } from '#core/mail/page_url'
import { ProductMail } from '#core/mail/product_mail'

interface Data {
  fullName: string
  reason: string
}

/** When the day has come and something has got into the way since. */
export class DeletionRefusedMail extends ProductMail<Data> {
  static sample: Data = {
    fullName: 'Alice Andersson',
    reason:
      'You are the only owner of Acme, which has other members. Make somebody else an owner there, or delete the organization first.',
  }

  override letter() {
    const { fullName, reason } = this.data
    return {
      subject: t('mails.deletion_refused.subject'),
      greeting: t('mails.greeting', { name: fullName }),
      paragraphs: [t('mails.deletion_refused.reason', { reason }), t('mails.deletion_refused.what_now')],
      action: { label: t('mails.deletion_refused.action'), url: pageUrl('/dashboard/settings/data') },
    }
  }
}
