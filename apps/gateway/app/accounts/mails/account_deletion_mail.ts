import { t } from '#core/language'
import { dayOf } from '#core/mail/moment'
import { pageUrl } from '#core/mail/page_url'
import { ProductMail } from '#core/mail/product_mail'
import env from '#start/env'

interface Data {
  fullName: string
  dueAt: string
  timeZone: string
}

/** When somebody wants their account deleted, with the way back. */
export class AccountDeletionMail extends ProductMail<Data> {
  static sample: Data = { fullName: 'Alice Andersson', dueAt: '2026-12-12T09:00:00.000Z', timeZone: 'UTC' }

  override letter() {
    const { fullName, dueAt, timeZone } = this.data
    return {
      subject: t('mails.account_deletion.subject'),
      greeting: t('mails.greeting', { name: fullName }),
      paragraphs: [
        t('mails.account_deletion.when', { app: env.get('APP_NAME'), date: dayOf(dueAt, timeZone) }),
        t('mails.account_deletion.way_back'),
      ],
      action: { label: t('mails.account_deletion.action'), url: pageUrl('/dashboard') },
      footnote: t('mails.account_deletion.footnote'),
    }
  }
}
