import { t } from '#core/language'
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
    const { fullName, organizationName: organization, isInvited, token } = this.data
    return {
      subject: t('mails.welcome.subject', { app: env.get('APP_NAME') }),
      greeting: t('mails.greeting', { name: fullName }),
      paragraphs: [
        t(isInvited ? 'mails.welcome.invited' : 'mails.welcome.registered', { organization }),
        ...(token ? [t('mails.welcome.confirm')] : []),
      ],
      action: token
        ? { label: t('mails.confirm_address'), url: secretUrl('/verify-email', token) }
        : { label: t('mails.open_dashboard'), url: pageUrl('/dashboard') },
      footnote: t('mails.welcome.footnote'),
    }
  }
}
