import { ProductMail } from '#core/mail/product_mail'
import env from '#start/env'

interface Data {
  fullName: string
}

/** The last one that a person gets. */
export class AccountDeletedMail extends ProductMail<Data> {
  static sample: Data = { fullName: 'Alice Andersson' }

  override letter() {
    return {
      subject: 'Your account has been deleted',
      greeting: `Hello ${this.data.fullName},`,
      paragraphs: [
        `Your account at ${env.get('APP_NAME')} is gone, and what was yours with it. Subscriptions have ended. Invoices are kept for as long as the law wants it.`,
        'This is our last mail to you. Thank you for having been here.',
      ],
    }
  }
}
