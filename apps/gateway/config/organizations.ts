import type { RemovalRule } from '#organizations/removal_rule'

/** How far organizations grow. What is beyond a limit when it is lowered stays. */
export const limits = {
  /** Organizations that one person may belong to, the ones that are theirs included. */
  organizations: 5,
  /** People in one organization. */
  members: 100,
}

/** What may refuse to let an organization be deleted, asked in this order. */
export const removalRules: (() => Promise<{ default: RemovalRule }>)[] = [
  () => import('#billing/running_plan'),
]
