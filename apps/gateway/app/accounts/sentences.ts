import { deviceName } from '#accounts/device'
import { t } from '#core/language'
import { because, type Sentences, told } from '#ledger/sentences'

const providers = { google: 'Google', github: 'GitHub', oidc: 'OpenID Connect' }

export const sentences = {
  'user.registered': told('events.user.registered'),
  'user.logged_in': (parties, { method }) => t('events.user.logged_in', { ...parties, method }),
  'user.logged_out': told('events.user.logged_out'),
  'user.password_changed': told('events.user.password_changed'),
  'user.password_reset_requested': told('events.user.password_reset_requested'),
  'user.magic_link_requested': told('events.user.magic_link_requested'),
  'user.profile_updated': (parties, { fullName }) =>
    t('events.user.profile_updated', { ...parties, fullName }),
  'user.avatar_changed': told('events.user.avatar_changed'),
  'user.avatar_removed': told('events.user.avatar_removed'),
  'user.email_verified': told('events.user.email_verified'),
  'user.verification_requested': told('events.user.verification_requested'),
  'user.email_change_requested': (parties, { to }) =>
    t('events.user.email_change_requested', { ...parties, to }),
  'user.email_changed': (parties, { from, to }) => t('events.user.email_changed', { ...parties, from, to }),
  'user.email_restored': (parties, { to }) => t('events.user.email_restored', { ...parties, to }),
  'user.session_ended': (parties, device) =>
    t('events.user.session_ended', {
      ...parties,
      device: deviceName(device) ?? t('words.device_unknown'),
    }),
  'user.sessions_ended': told('events.user.sessions_ended'),
  'user.identity_connected': (parties, { provider }) =>
    t('events.user.identity_connected', { ...parties, provider: providers[provider] }),
  'user.identity_disconnected': (parties, { provider }) =>
    t('events.user.identity_disconnected', { ...parties, provider: providers[provider] }),
  'user.export_requested': told('events.user.export_requested'),
  'user.export_made': () => t('events.user.export_made'),
  'user.preferences_changed': told('events.user.preferences_changed'),
  'user.guessing_noticed': (parties, { tries }) => t('events.user.guessing_noticed', { ...parties, tries }),
  'user.passkey_added': (parties, { name }) => t('events.user.passkey_added', { ...parties, name }),
  'user.passkey_renamed': (parties, { name }) => t('events.user.passkey_renamed', { ...parties, name }),
  'user.passkey_removed': (parties, { name }) => t('events.user.passkey_removed', { ...parties, name }),
  'user.impersonation_started': (parties, { reason }) =>
    because(t('events.user.impersonation_started', parties), reason),
  'user.impersonation_refused': (parties, { route }) =>
    t('events.user.impersonation_refused', { ...parties, route }),
  'user.impersonation_ended': told('events.user.impersonation_ended'),
  'user.two_factor_enabled': told('events.user.two_factor_enabled'),
  'user.two_factor_disabled': told('events.user.two_factor_disabled'),
  'user.recovery_codes_renewed': told('events.user.recovery_codes_renewed'),
  'user.recovery_code_used': (parties, { left }) => t('events.user.recovery_code_used', { ...parties, left }),
  'user.deletion_requested': (parties, { dueAt }) =>
    t('events.user.deletion_requested', { ...parties, day: dueAt.slice(0, 10) }),
  'user.deletion_withdrawn': told('events.user.deletion_withdrawn'),
  'user.deletion_refused': (parties, { reason }) => t('events.user.deletion_refused', { ...parties, reason }),
  'user.deleted': () => t('events.user.deleted'),
} satisfies Sentences
