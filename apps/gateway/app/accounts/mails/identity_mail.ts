import { pageUrl } from '#core/mail/page_url'
import { ProductMail } from '#core/mail/product_mail'
import env from '#start/env'

interface Data {
  fullName: string
  provider: string
  account: string | null
}

/** To the owner of an account to which somebody, hopefully the same person, has connected one at a provider. */
export class IdentityMail extends ProductMail<Data> {
  static sample: Data = { fullName: 'Alice Andersson', provider: 'Google', account: 'alice@example.com' }

  override letter() {
    const { fullName, provider, account } = this.data
    const which = account ? `${provider} (${account})` : provider
    return {
      subject: `${provider} was connected to your account`,
      greeting: `Hello ${fullName},`,
      paragraphs: [`From now on you can also sign in to ${env.get('APP_NAME')} with ${which}.`],
      action: { label: 'Open security settings', url: pageUrl('/dashboard/settings/security') },
      footnote: 'If it was not you, disconnect it there and change your password.',
    }
  }
}
