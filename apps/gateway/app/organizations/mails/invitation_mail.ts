import { secretUrl } from '#core/mail/page_url'
import { ProductMail } from '#core/mail/product_mail'
import env from '#start/env'

interface Data {
  inviter: string | null
  organization: string
  role: string
  token: string
}

export class InvitationMail extends ProductMail<Data> {
  static sample: Data = {
    inviter: 'Alice Andersson',
    organization: 'Acme',
    role: 'member',
    token: 'sample-token',
  }

  override letter() {
    const { inviter, organization, role, token } = this.data
    return {
      subject: `Join ${organization} on ${env.get('APP_NAME')}`,
      greeting: 'Hello,',
      paragraphs: [
        `${inviter ?? 'Somebody'} invites you to work in the organization “${organization}”, with the role ${role}. The link works once, within 7 days.`,
      ],
      action: { label: 'See the invitation', url: secretUrl('/invitations', token) },
      footnote: 'If you do not know who this is from, you can ignore this mail. Nothing happens then.',
    }
  }
}
