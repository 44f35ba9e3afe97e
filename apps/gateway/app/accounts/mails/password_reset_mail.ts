import { t } from '#core/language'
import { secretUrl } from '#core/mail/page_url'
import { ProductMail } from '#core/mail/product_mail'

interface Data {
  fullName: string
  token: string
}

export class PasswordResetMail extends ProductMail<Data> {
  static sample: Data = { fullName: 'Alice Andersson', token: 'sample-token' }

  override letter() {
    const { fullName, token } = this.data
    return {
      subject: t('mails.choose_password'),
      greeting: t('mails.greeting', { name: fullName }),
      paragraphs: [t('mails.password_reset.text')],
      action: { label: t('mails.choose_password'), url: secretUrl('/reset-password', token) },
      footnote: t('mails.password_reset.footnote'),
    }
  }
}
