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
      subject: `Sign in to ${env.get('APP_NAME')}`,
      greeting: `Hello ${fullName},`,
      paragraphs: [
        'This link signs you in without your password. It works once, within 15 minutes, in the browser in which you asked for it.',
      ],
      action: { label: 'Sign in', url: secretUrl('/magic-link', token) },
      footnote: 'If you did not ask for it, ignore this mail and give the link to nobody.',
    }
  }
}
