import type { World } from '#tests/access_world'
import { password, stranger } from '#tests/world'

/** A body that each route would take, where one is needed and none stands in `targets`. */
export const bodies: Record<string, (world: World) => object> = {
  'auth.register': () => stranger(),
  'auth.login': ({ userOf }) => ({ email: userOf('owner').email, password }),
  'auth.token': ({ userOf }) => ({ email: userOf('owner').email, password }),
  'auth.confirmation.store': () => ({ password }),
  'auth.change_password': () => ({ currentPassword: password, password: 'battery-staple-8' }),
  'auth.forgot_password': ({ userOf }) => ({ email: userOf('owner').email }),
  'auth.magic_link.store': ({ userOf }) => ({ email: userOf('owner').email }),
  'user.update': () => ({ fullName: 'Somebody Else' }),
  'user.email.store': () => ({ email: stranger().email }),
  'preferences.update': () => ({ theme: 'dark', timeZone: 'UTC', mutedMails: [] }),
  'organizations.store': () => ({ name: 'Another' }),
  'organizations.update': ({ organization }) => ({ name: 'Renamed', slug: organization.slug }),
  'organizations.invitations.store': () => ({ email: stranger().email, role: 'member' }),
  'organizations.teams.store': () => ({ name: 'Yard', resources: [], userIds: [] }),
  'organizations.teams.update': () => ({ name: 'Yard', resources: [], userIds: [] }),
  'api_keys.store': () => ({ name: 'Deploy', scopes: ['member.read'], perMinute: 60, expiresInDays: 30 }),
  'single_sign_on.domains.store': () => ({ name: 'everyone.test' }),
}
