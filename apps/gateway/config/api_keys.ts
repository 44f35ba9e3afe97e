import type { OrganizationPermission } from '#config/permissions'

/** What every key begins with, so that people and scanners know one when they see it. */
export const prefix = 'gantry_'

/** What takes a person who has just proved who they are, or says how people prove it: no key is given it. */
export const forPeopleAlone: readonly OrganizationPermission[] = [
  'organization.delete',
  'api_key.manage',
  'single_sign_on.manage',
  'two_factor.require',
]

interface Limits {
  keys: number
  perMinute: number
  mostPerMinute: number
  days: number
}

export const limits: Limits = {
  /** Keys of one organization, the expired ones included, until they are revoked. */
  keys: 50,
  /** Requests a minute of a key, where nobody says. The limits of an address count as well. */
  perMinute: 120,
  mostPerMinute: 1_000,
  /** How long a key lasts at most, if it ends at all. */
  days: 3_650,
}

/** A key's last use and its calls are written down once in so many seconds. */
export const writtenDownAfter = 60
