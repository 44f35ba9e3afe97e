import { t } from '#core/language'
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
      subject: t('mails.test.subject', { app: env.get('APP_NAME') }),
      paragraphs: [t('mails.test.text')],
      facts: [[t('mails.test.sent_by'), this.data.transport]] as [string, string][],
      action: { label: t('mails.test.action'), url: pageUrl('/') },
    }
  }
}
