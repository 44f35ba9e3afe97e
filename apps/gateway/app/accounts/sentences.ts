import type { SignInMethod } from '#accounts/sign_in'
import type { Sentences } from '#ledger/sentences'

const ways: Record<SignInMethod, string> = {
  password: 'with a password',
  registration: 'after registering',
  magic_link: 'by a mailed link',
  social: 'with a connected account',
  oidc: 'with the provider of an organization',
  passkey: 'with a passkey',
}
const labels = { google: 'Google', github: 'GitHub', oidc: 'OpenID Connect' }

export const sentences = {
  'user.registered': ({ who, whose }) => `${who} created ${whose} account.`,
  'user.logged_in': ({ who }, { method }) => `${who} signed in ${ways[method]}.`,
  'user.logged_out': ({ who }) => `${who} signed out.`,
  'user.password_changed': ({ who, whose }) => `${who} changed ${whose} password.`,
  'user.password_reset_requested': ({ who, whose }) => `${who} asked for a link to reset ${whose} password.`,
  'user.magic_link_requested': ({ who, whose }) => `${who} asked for a link to sign in to ${whose} account.`,
  'user.profile_updated': ({ who, whose }, { fullName }) => `${who} changed ${whose} name to “${fullName}”.`,
  'user.avatar_changed': ({ who, whose }) => `${who} changed ${whose} picture.`,
  'user.avatar_removed': ({ who, whose }) => `${who} removed ${whose} picture.`,
  'user.email_verified': ({ who, whose }) => `${who} confirmed ${whose} e-mail address.`,
  'user.verification_requested': ({ who, whose }) =>
    `${who} had the mail that confirms ${whose} address sent again.`,
  'user.email_change_requested': ({ who, whose }, { to }) =>
    `${who} asked to change ${whose} e-mail address to ${to}.`,
  'user.email_changed': ({ who, whose }, { from, to }) =>
    `${who} changed ${whose} e-mail address from ${from} to ${to}.`,
  'user.email_restored': ({ who, whose }, { to }) => `${who} took ${whose} e-mail address back to ${to}.`,
  'user.session_ended': ({ who, whose }, { browser, system }) =>
    `${who} ended ${whose} session in ${[browser, system].filter(Boolean).join(' on ') || 'an unknown program'}.`,
  'user.sessions_ended': ({ who, whose }) => `${who} ended ${whose} sessions on every device.`,
  'user.identity_connected': ({ who, whose }, { provider }) =>
    `${who} connected ${whose} account at ${labels[provider]}.`,
  'user.identity_disconnected': ({ who, whose }, { provider }) =>
    `${who} disconnected ${whose} account at ${labels[provider]}.`,
  'user.export_requested': ({ who }) => `${who} asked for a file with all personal data.`,
  'user.export_made': () => 'The file with all personal data was made.',
  'user.preferences_changed': ({ who, whose }) => `${who} changed ${whose} preferences.`,
  'user.guessing_noticed': ({ whose }, { tries }) =>
    `Somebody tried ${tries} wrong passwords at ${whose} account.`,
  'user.passkey_added': ({ who, whose }, { name }) => `${who} added “${name}” to ${whose} passkeys.`,
  'user.passkey_renamed': ({ who, whose }, { name }) =>
    `${who} renamed one of ${whose} passkeys to “${name}”.`,
  'user.passkey_removed': ({ who, whose }, { name }) => `${who} removed “${name}” from ${whose} passkeys.`,
  'user.impersonation_started': ({ who, whom }, { reason }) =>
    `${who} began to act as ${whom}. Reason: ${reason}`,
  'user.impersonation_refused': ({ who, whom }, { route }) =>
    `${who}, acting as ${whom}, was refused what is for the person alone (${route}).`,
  'user.impersonation_ended': ({ who, whom }) => `${who} stopped acting as ${whom}.`,
  'user.two_factor_enabled': ({ who, whose }) => `${who} switched two-factor on for ${whose} account.`,
  'user.two_factor_disabled': ({ who, whose }) => `${who} switched two-factor off for ${whose} account.`,
  'user.recovery_codes_renewed': ({ who, whose }) => `${who} replaced ${whose} recovery codes.`,
  'user.recovery_code_used': ({ who, whose }, { left }) =>
    `${who} signed in with one of ${whose} recovery codes; ${left} are left.`,
  'user.deletion_requested': ({ who, whose }, { dueAt }) =>
    `${who} asked for ${whose} account to be deleted on ${dueAt.slice(0, 10)}.`,
  'user.deletion_withdrawn': ({ who, whose }) => `${who} kept ${whose} account after all.`,
  'user.deletion_refused': ({ whose }, { reason }) =>
    `The deletion of ${whose} account was given up: ${reason}`,
  'user.deleted': () => 'The account was deleted.',
} satisfies Sentences
