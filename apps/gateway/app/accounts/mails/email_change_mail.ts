import { t } from '#core/language'
import { secretUrl } from '#core/mail/page_url'
import { ProductMail } from '#core/mail/product_mail'

interface Data {
  fullName: string
  from: string
  token: string
}

/** To the new address, which changes nothing before it is confirmed. */
export class EmailChangeMail extends ProductMail<Data> {
  static sample: Data = { fullName: 'Alice Andersson', from: 'alice@acme.test', token: 'sample-token' }

  override letter() {
    const { fullName, from, token } = this.data
    return {
      subject: t('mails.email_change.subject'),
      greeting: t('mails.greeting', { name: fullName }),
      paragraphs: [t('mails.email_change.text', { from })],
      action: { label: t('mails.email_change.action'), url: secretUrl('/change-email', token) },
      footnote: t('mails.email_change.footnote'),
    }
  }
}
