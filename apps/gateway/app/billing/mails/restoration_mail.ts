import { pageUrl } from '#core/mail/page_url'
import { ProductMail } from '#core/mail/product_mail'

interface Data {
  organizationName: string
}

export class RestorationMail extends ProductMail<Data> {
  static sample: Data = { organizationName: 'Acme' }

  override letter() {
    const { organizationName } = this.data
    return {
      subject: `${organizationName} works again`,
      paragraphs: [
        `Thank you. Nothing is owed any more, and everything in ${organizationName} works as before.`,
      ],
      action: { label: 'Open the dashboard', url: pageUrl('/dashboard') },
      footnote: `You get this mail because you look after the billing of ${organizationName}.`,
    }
  }
}
