import { pageUrl } from '#core/mail/page_url'
import { ProductMail } from '#core/mail/product_mail'
import env from '#start/env'

interface Data {
  fullName: string
  organization: string
}

/** To who was removed from an organization by somebody there. */
export class RemovalMail extends ProductMail<Data> {
  static sample: Data = { fullName: 'Bob Baptiste', organization: 'Acme' }

  override letter() {
    const { fullName, organization } = this.data
    return {
      subject: `You are no longer a member of ${organization}`,
      greeting: `Hello ${fullName},`,
      paragraphs: [
        `You were removed from the organization “${organization}” on ${env.get('APP_NAME')}, and cannot use it any more. What you did there stays with it, and invitations that you sent and nobody has answered were revoked.`,
        'Your account and your other organizations are as they were.',
      ],
      action: { label: 'Open your dashboard', url: pageUrl('/dashboard') },
      footnote: 'If you think that this is a mistake, ask somebody of that organization to invite you again.',
    }
  }
}
