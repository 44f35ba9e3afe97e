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
      subject: 'Your e-mail address was changed',
      greeting: `Hello ${fullName},`,
      paragraphs: [
        `Your account now uses ${to}. We write to this address for the last time.`,
        'If it was not you, take the account back: this address returns, and everybody is signed out. The link works once, within 7 days.',
      ],
      action: { label: 'It was not me, undo it', url: secretUrl('/undo-email', token) },
    }
  }
}
