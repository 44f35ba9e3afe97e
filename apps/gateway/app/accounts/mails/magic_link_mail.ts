import { t } from '#core/language'
import { secretUrl } from '#core/mail/page_url'
import { ProductMail } from '#core/mail/product_mail'
import env from '#start/env'

interface Data {
  fullName: string
  token: string
}

export class MagicLinkMail extends ProductMail<Data> {
  static sample: Data = { fullName: 'Alice Andersson', token: 'sample-token' }

  override letter() {
    const { fullName, token } = this.data
    return {
      subject: t('mails.magic_link.subject', { app: env.get('APP_NAME') }),
      greeting: t('mails.greeting', { name: fullName }),
      paragraphs: [t('mails.magic_link.text')],
      action: { label: t('mails.magic_link.action'), url: secretUrl('/magic-link', token) },
      footnote: t('mails.magic_link.footnote'),
    }
  }
}
