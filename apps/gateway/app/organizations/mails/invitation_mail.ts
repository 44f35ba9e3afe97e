import { t } from '#core/language'
import { roleName } from '#accounts/roles'
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
    const { organization, role, token } = this.data
    const inviter = this.data.inviter ?? t('mails.invitation.somebody')
    return {
      subject: t('mails.invitation.subject', { organization, app: env.get('APP_NAME') }),
      greeting: t('mails.greeting_stranger'),
      paragraphs: [t('mails.invitation.text', { inviter, organization, role: roleName(role) })],
      action: { label: t('mails.invitation.action'), url: secretUrl('/invitations', token) },
      footnote: t('mails.invitation.footnote'),
    }
  }
}
