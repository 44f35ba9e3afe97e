import { pageUrl } from '#core/mail/page_url'
import { ProductMail } from '#core/mail/product_mail'

const changes = {
  'user.two_factor_enabled': {
    subject: 'Two-factor was switched on',
    text: 'From now on signing in to your account needs a code from your app as well. Keep your recovery codes where you find them without your phone.',
  },
  'user.two_factor_disabled': {
    subject: 'Two-factor was switched off',
    text: 'From now on your account can be entered without a code from your app.',
  },
  'user.recovery_codes_renewed': {
    subject: 'Your recovery codes were replaced',
    text: 'You have ten new recovery codes. The former ones are worth nothing any more.',
  },
  'user.two_factor_reset': {
    subject: 'Your second factor was removed',
    text: 'An administrator has removed the second factor of your account, and everybody was signed out of it. Sign in with your password or by a mailed link, then set up a new one.',
  },
  'user.recovery_code_used': {
    subject: 'A recovery code was used to sign in',
    text: 'Somebody has signed in to your account with one of your recovery codes in place of a code from your app. It cannot be used again.',
  },
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
    const { fullName, change, left } = this.data
    const { subject, text } = changes[change]
    return {
      subject,
      greeting: `Hello ${fullName},`,
      paragraphs: left === null ? [text] : [text, `${left} recovery codes are left.`],
      action: { label: 'Open security settings', url: pageUrl('/dashboard/settings/security') },
      footnote: 'If it was not you, change your password at once and write to support.',
    }
  }
}
