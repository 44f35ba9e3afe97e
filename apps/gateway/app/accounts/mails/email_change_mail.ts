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
      subject: 'Confirm your new e-mail address',
      greeting: `Hello ${fullName},`,
      paragraphs: [
        `You want to use this address instead of ${from}. Please confirm that it is yours. The link works once, within 24 hours.`,
      ],
      action: { label: 'Use this address', url: secretUrl('/change-email', token) },
      footnote: 'If it was not you, somebody mistyped their address. You can ignore this mail.',
    }
  }
}
