import { pageUrl } from '#core/mail/page_url'
import { ProductMail } from '#core/mail/product_mail'
import env from '#start/env'

interface Data {
  fullName: string
  name: string
  added: boolean
}

/** To the owner of an account to which a passkey was added, or from which one was removed. */
export class PasskeyMail extends ProductMail<Data> {
  static sample: Data = { fullName: 'Alice Andersson', name: 'Phone', added: true }

  override letter() {
    const { fullName, name, added } = this.data
    return {
      subject: added ? 'A passkey was added to your account' : 'A passkey was removed from your account',
      greeting: `Hello ${fullName},`,
      paragraphs: [
        added
          ? `From now on the passkey “${name}” signs in to ${env.get('APP_NAME')} without your password.`
          : `The passkey “${name}” does not sign in to ${env.get('APP_NAME')} any more.`,
      ],
      action: { label: 'Open security settings', url: pageUrl('/dashboard/settings/security') },
      footnote: 'If it was not you, remove what you do not know there and change your password at once.',
    }
  }
}
