import { t } from '#core/language'
import { pageUrl } from '#core/mail/page_url'
import { ProductMail } from '#core/mail/product_mail'

interface Data {
  fullName: string
  to: string
}

/** To the present address, when somebody asks for another one. */
export class EmailChangeNoticeMail extends ProductMail<Data> {
  static sample: Data = { fullName: 'Alice Andersson', to: 'alice@example.com' }

  override letter() {
    const { fullName, to } = this.data
    return {
      subject: t('mails.email_change_notice.subject'),
      greeting: t('mails.greeting', { name: fullName }),
      paragraphs: [t('mails.email_change_notice.text', { to }), t('mails.email_change_notice.what_now')],
      action: { label: t('mails.not_me'), url: pageUrl('/forgot-password') },
    }
  }
}
