import type { PersonalData } from '#accounts/export/archive'

/** Everything we hold about a person, by the name of its file in their export. A domain adds a line and its file. */
export const personalData: Record<string, () => Promise<{ default: PersonalData }>> = {
  'account.json': () => import('#accounts/export/account'),
  'picture.webp': () => import('#accounts/export/picture'),
  'connected_accounts.json': () => import('#accounts/export/connected_accounts'),
  'passkeys.json': () => import('#accounts/export/passkeys'),
  'sessions.json': () => import('#accounts/export/sessions'),
  'organizations.json': () => import('#organizations/membership_export'),
  'invitations.json': () => import('#organizations/invitation_export'),
  'api_keys.json': () => import('#api_keys/api_key_export'),
  'usage.json': () => import('#billing/usage/usage_export'),
  'activity.json': () => import('#accounts/export/activity'),
}
