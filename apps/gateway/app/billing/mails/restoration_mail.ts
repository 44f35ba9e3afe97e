import { t } from '#core/language'
import { pageUrl } from '#core/mail/page_url'
import { ProductMail } from '#core/mail/product_mail'

interface Data {
  organizationName: string
}

export class RestorationMail extends ProductMail<Data> {
  static sample: Data = { organizationName: 'Acme' }

  override letter() {
    const { organizationName: organization } = this.data
    return {
      subject: t('mails.restoration.subject', { organization }),
      paragraphs: [t('mails.restoration.text', { organization })],
      action: { label: t('mails.restoration.action'), url: pageUrl('/dashboard') },
      footnote: t('mails.payer_footnote', { organization }),
    }
  }
}
