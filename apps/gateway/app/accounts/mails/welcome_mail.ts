import { ProductMail } from '#core/mail/product_mail'
import env from '#start/env'

interface Data {
  fullName: string
  organizationName: string
}

export class WelcomeMail extends ProductMail<Data> {
  static sample: Data = { fullName: 'Alice Andersson', organizationName: 'Acme' }

  override letter() {
    const { fullName, organizationName } = this.data
    return {
      subject: `Welcome to ${env.get('APP_NAME')}`,
      greeting: `Hello ${fullName},`,
      paragraphs: [
        `Your account is ready. We also opened an organization for you, “${organizationName}”: it is where your plan, your invoices and the people you work with live.`,
      ],
      action: { label: 'Open your dashboard', url: `${env.get('APP_URL')}/dashboard` },
      footnote: 'If you did not register, you can ignore this mail.',
    }
  }
}
