import type { Provider } from '#accounts/identity/proof'
import type { SignInMethod } from '#accounts/sign_in'
import type { SecondFactor } from '#accounts/two_factor'

declare module '#ledger/record' {
  interface Actions {
    'user.identity_connected': { provider: Provider; email: string | null }
    'user.identity_disconnected': { provider: Provider; email: string | null }
    'user.export_requested': object
    'user.export_made': object
    'user.deletion_requested': { dueAt: string }
    'user.deletion_withdrawn': object
    'user.deletion_refused': { reason: string }
    'user.deleted': object
    'user.preferences_changed': { changed: string[] }
    'user.logged_out': object
    'user.session_ended': { browser: string | null; system: string | null }
    'user.sessions_ended': object
    'user.impersonation_started': { reason: string }
    'user.impersonation_ended': object
    'user.impersonation_refused': { route: string }
    'user.guessing_noticed': { tries: number }
    'user.logged_in': { method: SignInMethod; secondFactor?: SecondFactor }
    'user.passkey_added': { name: string }
    'user.passkey_renamed': { name: string }
    'user.passkey_removed': { name: string }
    'user.two_factor_enabled': object
    'user.two_factor_disabled': object
    'user.recovery_codes_renewed': object
    'user.recovery_code_used': { left: number }
    'user.email_verified': object
    'user.verification_requested': object
    'user.password_reset_requested': object
    'user.magic_link_requested': { browserHash: string }
    'user.email_change_requested': { from: string; to: string }
    'user.email_changed': { from: string; to: string }
    'user.email_restored': { from: string; to: string }
  }
}
