import { t } from '#core/language'
import { momentOf } from '#core/mail/moment'
import { pageUrl } from '#core/mail/page_url'
import { ProductMail } from '#core/mail/product_mail'

interface Data {
  fullName: string
  at: string
  timeZone: string
}

/** To the owner of an account whose password has just been changed, in whichever way. */
export class PasswordNoticeMail extends ProductMail<Data> {
  static sample: Data = { fullName: 'Alice Andersson', at: '2026-11-28T20:15:00.000Z', timeZone: 'UTC' }

  override letter() {
    const { fullName, at, timeZone } = this.data
    return {
      subject: t('mails.password_notice.subject'),
      greeting: t('mails.greeting', { name: fullName }),
      paragraphs: [
        t('mails.password_notice.text', { at: momentOf(at, timeZone) }),
        t('mails.password_notice.what_now'),
      ],
      action: { label: t('mails.not_me'), url: pageUrl('/forgot-password') },
    }
  }
}
