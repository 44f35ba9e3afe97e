import { pageUrl } from '#core/mail/page_url'
import { ProductMail } from '#core/mail/product_mail'
import { type Debt, ReminderMail } from '#billing/mails/reminder_mail'
import { inMoney } from '#billing/wording'

export class SuspensionMail extends ProductMail<Debt> {
  static sample = ReminderMail.sample

  override letter() {
    const { organizationName, number } = this.data
    return {
      subject: `${organizationName} can only be read now`,
      paragraphs: [
        `Invoice ${number} over ${inMoney(this.data)} is unpaid, so ${organizationName} can be read but not changed.`,
        'Nothing has been deleted. As soon as the invoice is paid, everything works again.',
      ],
      action: { label: 'Pay the invoice', url: pageUrl('/dashboard/billing') },
      footnote: `You get this mail because you look after the billing of ${organizationName}.`,
    }
  }
}
