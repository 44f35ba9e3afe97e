import { t } from '#core/language'
import { pageUrl } from '#core/mail/page_url'
import { ProductMail } from '#core/mail/product_mail'

interface Data {
  fullName: string
  tries: number
  ip: string | null
}

/** To the owner of an account at which somebody, perhaps the same person, has guessed many times; at most one a day. */
export class GuessingMail extends ProductMail<Data> {
  static sample: Data = { fullName: 'Alice Andersson', tries: 10, ip: '192.0.2.7' }

  override letter() {
    const { fullName, tries, ip } = this.data
    return {
      subject: t('mails.guessing.subject'),
      greeting: t('mails.greeting', { name: fullName }),
      paragraphs: [
        ip ? t('mails.guessing.text_from', { tries, ip }) : t('mails.guessing.text', { tries }),
        t('mails.guessing.what_now'),
      ],
      action: { label: t('mails.choose_password'), url: pageUrl('/forgot-password') },
    }
  }
}
