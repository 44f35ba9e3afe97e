import { t } from '#core/language'
import { pageUrl } from '#core/mail/page_url'
import { ProductMail } from '#core/mail/product_mail'
import env from '#start/env'

interface Data {
  fullName: string
  /** What they would have been told after following a link. */
  refusal: string
}

/** In place of a link that would lead nowhere. */
export class OtherWayMail extends ProductMail<Data> {
  static sample: Data = {
    fullName: 'Alice Andersson',
    refusal:
      'Your organization has you sign in with its own provider. Choose “Sign in with your organization”.',
  }

  override letter() {
    const { fullName, refusal } = this.data
    return {
      subject: t('mails.other_way.subject', { app: env.get('APP_NAME') }),
      greeting: t('mails.greeting', { name: fullName }),
      paragraphs: [t('mails.other_way.text', { refusal })],
      action: { label: t('mails.other_way.action'), url: pageUrl('/login') },
      footnote: t('mails.other_way.footnote'),
    }
  }
}
