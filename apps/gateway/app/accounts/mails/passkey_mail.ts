import { t } from '#core/language'
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
    const change = added ? 'added' : 'removed'
    return {
      subject: t(`mails.passkey.${change}_subject`),
      greeting: t('mails.greeting', { name: fullName }),
      paragraphs: [t(`mails.passkey.${change}`, { name, app: env.get('APP_NAME') })],
      action: { label: t('mails.open_security'), url: pageUrl('/dashboard/settings/security') },
      footnote: t('mails.passkey.footnote'),
    }
  }
}
