import { pageUrl } from '#core/mail/page_url'
import { ProductMail } from '#core/mail/product_mail'

interface Data {
  fullName: string
}

export class ExportMail extends ProductMail<Data> {
  static sample: Data = { fullName: 'Alice Andersson' }

  override letter() {
    return {
      subject: 'Your data is ready',
      greeting: `Hello ${this.data.fullName},`,
      paragraphs: [
        'The file with everything we hold about you is ready. You can download it for 7 days, signed in to your account.',
      ],
      action: { label: 'Download your data', url: pageUrl('/dashboard/settings/data') },
      footnote: 'If you did not ask for it, change your password and end your other sessions.',
    }
  }
}
