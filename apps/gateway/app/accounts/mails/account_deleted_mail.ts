import { t } from '#core/language'
import { ProductMail } from '#core/mail/product_mail'
import env from '#start/env'

interface Data {
  fullName: string
}

/** The last one that a person gets. */
export class AccountDeletedMail extends ProductMail<Data> {
  static sample: Data = { fullName: 'Alice Andersson' }

  override letter() {
    const { fullName } = this.data
    return {
      subject: t('mails.account_deleted.subject'),
      greeting: t('mails.greeting', { name: fullName }),
      paragraphs: [
        t('mails.account_deleted.gone', { app: env.get('APP_NAME') }),
        t('mails.account_deleted.thanks'),
      ],
    }
  }
}
