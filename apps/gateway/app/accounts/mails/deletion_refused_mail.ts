import { pageUrl } from '#core/mail/page_url'
import { ProductMail } from '#core/mail/product_mail'

interface Data {
  fullName: string
  reason: string
}

/** When the day has come and something has got into the way since. */
export class DeletionRefusedMail extends ProductMail<Data> {
  static sample: Data = {
    fullName: 'Alice Andersson',
    reason:
      'You are the only owner of Acme, which has other members. Make somebody else an owner there, or delete the organization first.',
  }

  override letter() {
    const { fullName, reason } = this.data
    return {
      subject: 'We could not delete your account',
      greeting: `Hello ${fullName},`,
      paragraphs: [
        `Today we should have deleted your account, but we could not. ${reason}`,
        'Nothing has been removed. Once that is done, please ask for the deletion again.',
      ],
      action: { label: 'Open your data settings', url: pageUrl('/dashboard/settings/data') },
    }
  }
}
