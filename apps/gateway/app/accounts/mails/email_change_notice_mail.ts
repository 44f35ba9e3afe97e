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
      subject: 'Your e-mail address is about to change',
      greeting: `Hello ${fullName},`,
      paragraphs: [
        `Somebody who is signed in to your account asked to use ${to} instead of this address. Nothing changes before that address is confirmed.`,
        'If it was you, there is nothing to do here. If it was not, choose a new password: it signs everybody out.',
      ],
      action: { label: 'It was not me', url: pageUrl('/forgot-password') },
    }
  }
}
