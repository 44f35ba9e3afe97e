import { pageUrl } from '#core/mail/page_url'
import { ProductMail } from '#core/mail/product_mail'
import env from '#start/env'

interface Data {
  fullName: string
  date: string
}

/** When somebody wants their account deleted, with the way back. */
export class AccountDeletionMail extends ProductMail<Data> {
  static sample: Data = { fullName: 'Alice Andersson', date: '12 December 2026' }

  override letter() {
    const { fullName, date } = this.data
    return {
      subject: 'Your account will be deleted',
      greeting: `Hello ${fullName},`,
      paragraphs: [
        `You asked us to delete your account at ${env.get('APP_NAME')}. We do so on ${date}. Until then everything works as before.`,
        'You can change your mind until that day: sign in and choose “Keep my account”. Afterwards nobody can bring it back. If you want a copy of your data, download it before.',
      ],
      action: { label: 'Keep my account', url: pageUrl('/dashboard') },
      footnote: 'If it was not you, sign in, keep the account, and change your password.',
    }
  }
}
