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
    const from = ip ? `, most recently from the network address ${ip}` : ''
    return {
      subject: 'Somebody has tried to sign in to your account',
      greeting: `Hello ${fullName},`,
      paragraphs: [
        `A wrong password or code was entered for your account ${tries} times${from}. Nobody has come in by that, and every further try has to wait longer.`,
        'Browsers in which you have signed in before are not held up. If it was you and you have forgotten your password, choose a new one. If it was not, there is nothing that you have to do; a long password of its own and a second factor keep guessers out.',
      ],
      action: { label: 'Choose a new password', url: pageUrl('/forgot-password') },
    }
  }
}
