import { t } from '#core/language'
import { pageUrl } from '#core/mail/page_url'
import { ProductMail } from '#core/mail/product_mail'
import env from '#start/env'

interface Data {
  fullName: string
  organization: string
}

/** To who was removed from an organization by somebody there. */
export class RemovalMail extends ProductMail<Data> {
  static sample: Data = { fullName: 'Bob Baptiste', organization: 'Acme' }

  override letter() {
    const { fullName, organization } = this.data
    return {
      subject: t('mails.removal.subject', { organization }),
      greeting: t('mails.greeting', { name: fullName }),
      paragraphs: [
        t('mails.removal.text', { organization, app: env.get('APP_NAME') }),
        t('mails.removal.rest'),
      ],
      action: { label: t('mails.open_dashboard'), url: pageUrl('/dashboard') },
      footnote: t('mails.removal.footnote'),
    }
  }
}
