import { t } from '#core/language'
import { secretUrl } from '#core/mail/page_url'
import { ProductMail } from '#core/mail/product_mail'

interface Data {
  fullName: string
  to: string
  token: string
}

/** To the former address, which can take the account back for a week. */
export class EmailChangedMail extends ProductMail<Data> {
  static sample: Data = { fullName: 'Alice Andersson', to: 'alice@example.com', token: 'sample-token' }

  override letter() {
    const { fullName, to, token } = this.data
    return {
      subject: t('mails.email_changed.subject'),
      greeting: t('mails.greeting', { name: fullName }),
      paragraphs: [t('mails.email_changed.text', { to }), t('mails.email_changed.what_now')],
      action: { label: t('mails.email_changed.action'), url: secretUrl('/undo-email', token) },
    }
  }
}
