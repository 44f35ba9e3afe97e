import { t } from '#core/language'
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
      subject: t('mails.identity.subject', { provider }),
      greeting: t('mails.greeting', { name: fullName }),
      paragraphs: [t('mails.identity.text', { app: env.get('APP_NAME'), which })],
      action: { label: t('mails.open_security'), url: pageUrl('/dashboard/settings/security') },
      footnote: t('mails.identity.footnote'),
    }
  }
}
