import type { Eraser, Obstacle } from '#accounts/erasure/eraser'

/** How long a person can change their mind. */
export const grace = { days: 14 }

/** What stands in the way of deleting an account, asked when it is wished for and again when the time has come. */
export const obstacles: (() => Promise<{ default: Obstacle }>)[] = [
  () => import('#accounts/erasure/last_administrator'),
  () => import('#organizations/sole_ownership'),
]

/**
 * What a person leaves behind outside of our tables, in the order in which it goes; what our tables say about them goes
 * last. A domain adds a line and its file.
 */
export const erasers: Record<string, () => Promise<{ default: Eraser }>> = {
  sessions: () => import('#accounts/erasure/sessions'),
  files: () => import('#accounts/erasure/files'),
  editor: () => import('#content/cms/erase_editor'),
  billing: () => import('#billing/erase_customers'),
  invitations: () => import('#organizations/erase_invitations'),
  organizations: () => import('#organizations/erase_memberships'),
  farewell: () => import('#accounts/erasure/farewell'),
}
