import { t } from '#core/language'
import { secretUrl } from '#core/mail/page_url'
import { ProductMail } from '#core/mail/product_mail'

interface Data {
  fullName: string
  token: string
}

export class VerificationMail extends ProductMail<Data> {
  static sample: Data = { fullName: 'Alice Andersson', token: 'sample-token' }

  override letter() {
    const { fullName, token } = this.data
    return {
      subject: t('mails.verification.subject'),
      greeting: t('mails.greeting', { name: fullName }),
      paragraphs: [t('mails.verification.text')],
      action: { label: t('mails.confirm_address'), url: secretUrl('/verify-email', token) },
      footnote: t('mails.verification.footnote'),
    }
  }
}
