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
      subject: `How you sign in to ${env.get('APP_NAME')}`,
      greeting: `Hello ${fullName},`,
      paragraphs: [`Somebody, probably you, asked for a link into your account. It needs none. ${refusal}`],
      action: { label: 'Go to the page for signing in', url: pageUrl('/login') },
      footnote: 'If it was not you, you can ignore this mail: nothing has changed.',
    }
  }
}
