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
      subject: 'Choose a new password',
      greeting: `Hello ${fullName},`,
      paragraphs: [
        'Somebody, hopefully you, has asked for a new password for your account. The link works once, within one hour.',
      ],
      action: { label: 'Choose a new password', url: secretUrl('/reset-password', token) },
      footnote: 'If it was not you, you can ignore this mail: your password stays as it is.',
    }
  }
}
