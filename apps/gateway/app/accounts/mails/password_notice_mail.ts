import { pageUrl } from '#core/mail/page_url'
import { ProductMail } from '#core/mail/product_mail'

interface Data {
  fullName: string
  at: string
}

/** To the owner of an account whose password has just been changed, in whichever way. */
export class PasswordNoticeMail extends ProductMail<Data> {
  static sample: Data = { fullName: 'Alice Andersson', at: '28 November 2026 at 20:15 UTC' }

  override letter() {
    const { fullName, at } = this.data
    return {
      subject: 'Your password was changed',
      greeting: `Hello ${fullName},`,
      paragraphs: [
        `The password of your account was changed on ${at}. Every other browser has been signed out.`,
        'If it was you, there is nothing to do. If it was not, choose a new password at once.',
      ],
      action: { label: 'It was not me', url: pageUrl('/forgot-password') },
    }
  }
}
