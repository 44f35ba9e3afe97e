import { t } from '#core/language'
import { pageUrl } from '#core/mail/page_url'
import { ProductMail } from '#core/mail/product_mail'

const changes = {
  'user.two_factor_enabled': 'enabled',
  'user.two_factor_disabled': 'disabled',
  'user.recovery_codes_renewed': 'renewed',
  'user.two_factor_reset': 'reset',
  'user.recovery_code_used': 'used',
} as const

export type TwoFactorChange = keyof typeof changes

interface Data {
  fullName: string
  change: TwoFactorChange
  /** How many recovery codes are left, where that is what has changed. */
  left: number | null
}

/** To the owner of an account whose second factor has changed. */
export class TwoFactorMail extends ProductMail<Data> {
  static sample: Data = { fullName: 'Alice Andersson', change: 'user.recovery_code_used', left: 9 }

  override letter() {
    const { fullName, left } = this.data
    const change = changes[this.data.change]
    return {
      subject: t(`mails.two_factor.${change}_subject`),
      greeting: t('mails.greeting', { name: fullName }),
      paragraphs: [
        t(`mails.two_factor.${change}`),
        ...(left === null ? [] : [t('mails.two_factor.left', { left })]),
      ],
      action: { label: t('mails.open_security'), url: pageUrl('/dashboard/settings/security') },
      footnote: t('mails.two_factor.footnote'),
    }
  }
}
