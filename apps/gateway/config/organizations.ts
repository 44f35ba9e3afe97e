import type { resources } from '#config/permissions'
import type { OrganizationRule } from '#organizations/organization_rule'
import type { RemovalRule } from '#organizations/removal_rule'

/** How far organizations grow. What is beyond a limit when it is lowered stays. */
export const limits = {
  /** Organizations that one person may belong to, the ones that are theirs included. */
  organizations: 5,
  /** People in one organization. */
  members: 100,
  /** Teams in one organization. */
  teams: 20,
}

/** Groups inside an organization. Switched off, nobody sees them, and what they reserve is everybody's again. */
export const teams = { isEnabled: true }

/** What teams can have for themselves: resources of `config/permissions.ts` that no page needs to stay reachable. */
export const reservable = ['billing', 'audit'] as const satisfies (keyof typeof resources.organization)[]

export type Reservable = (typeof reservable)[number]

/** What may refuse to let an organization be deleted, asked in this order. */
export const removalRules: (() => Promise<{ default: RemovalRule }>)[] = [
  () => import('#billing/running_plan'),
]

/** What may refuse a request for an organization although the caller belongs to it, asked in this order. */
export const organizationRules: (() => Promise<{ default: OrganizationRule }>)[] = [
  () => import('#organizations/two_factor_requirement'),
  () => import('#billing/rules/suspension'),
  () => import('#api_keys/rules/use'),
  () => import('#billing/rules/quota'),
]
