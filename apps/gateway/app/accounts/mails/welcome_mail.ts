import { pageUrl, secretUrl } from '#core/mail/page_url'
import { ProductMail } from '#core/mail/product_mail'
import env from '#start/env'

interface Data {
  fullName: string
  organizationName: string
  /** They came to an organization that was there before. */
  isInvited: boolean
  /** For confirming the address; null where that is done. */
  token: string | null
}

export class WelcomeMail extends ProductMail<Data> {
  static sample: Data = {
    fullName: 'Alice Andersson',
    organizationName: 'Acme',
    isInvited: false,
    token: 'sample-token',
  }

  override letter() {
    const { fullName, organizationName, isInvited, token } = this.data
    return {
      subject: `Welcome to ${env.get('APP_NAME')}`,
      greeting: `Hello ${fullName},`,
      paragraphs: [
        isInvited
          ? `Your account is ready, and you are a member of “${organizationName}”.`
          : `Your account is ready. We also opened an organization for you, “${organizationName}”: it is where your plan, your invoices and the people you work with live.`,
        ...(token
          ? [
              'One thing is left: please confirm that this address is yours. The link works once, within 24 hours.',
            ]
          : []),
      ],
      action: token
        ? { label: 'Confirm my address', url: secretUrl('/verify-email', token) }
        : { label: 'Open your dashboard', url: pageUrl('/dashboard') },
      footnote: 'If you did not register, somebody mistyped their address. You can ignore this mail.',
    }
  }
}
