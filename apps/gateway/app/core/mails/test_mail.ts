import { ProductMail } from '#core/mail/product_mail'
import { pageUrl } from '#core/mail/page_url'
import env from '#start/env'

interface Data {
  transport: string
}

/** What `ace mails:test` sends, to see whether mails arrive. */
export class TestMail extends ProductMail<Data> {
  static sample: Data = { transport: 'smtp' }

  override letter() {
    return {
      subject: `A test mail from ${env.get('APP_NAME')}`,
      paragraphs: ['If you can read this, mails arrive. There is nothing to do.'],
      facts: [['Sent by', this.data.transport]] as [string, string][],
      action: { label: 'Open the site', url: pageUrl('/') },
    }
  }
}
