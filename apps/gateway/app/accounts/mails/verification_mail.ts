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
      subject: 'Confirm your e-mail address',
      greeting: `Hello ${fullName},`,
      paragraphs: ['Please confirm that this address is yours. The link works once, within 24 hours.'],
      action: { label: 'Confirm my address', url: secretUrl('/verify-email', token) },
      footnote: 'If you have no account with us, somebody mistyped their address. You can ignore this mail.',
    }
  }
}
