import { t } from '#core/language'
import { pageUrl } from '#core/mail/page_url'
import { ProductMail } from '#core/mail/product_mail'

interface Data {
  fullName: string
}

export class ExportMail extends ProductMail<Data> {
  static sample: Data = { fullName: 'Alice Andersson' }

  override letter() {
    const { fullName } = this.data
    return {
      subject: t('mails.export.subject'),
      greeting: t('mails.greeting', { name: fullName }),
      paragraphs: [t('mails.export.text')],
      action: { label: t('mails.export.action'), url: pageUrl('/dashboard/settings/data') },
      footnote: t('mails.export.footnote'),
    }
  }
}
