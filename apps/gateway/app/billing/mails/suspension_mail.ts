import { t } from '#core/language'
import { pageUrl } from '#core/mail/page_url'
import { ProductMail } from '#core/mail/product_mail'
import { type Debt, ReminderMail } from '#billing/mails/reminder_mail'
import { inMoney } from '#billing/wording'

export class SuspensionMail extends ProductMail<Debt> {
  static sample = ReminderMail.sample

  override letter() {
    const { organizationName: organization, number } = this.data
    return {
      subject: t('mails.suspension.subject', { organization }),
      paragraphs: [
        t('mails.suspension.text', { organization, number, amount: inMoney(this.data) }),
        t('mails.suspension.what_now'),
      ],
      action: { label: t('mails.pay_invoice'), url: pageUrl('/dashboard/billing') },
      footnote: t('mails.payer_footnote', { organization }),
    }
  }
}
