import type { Sentences } from '#ledger/sentences'

const because = (reason?: string) => (reason ? ` Reason: ${reason}` : '')

export const sentences = {
  'user.updated': ({ who, whom }, { reason, ...change }) => {
    const said = [
      change.fullName !== undefined && `name “${change.fullName}”`,
      change.role !== undefined && `role “${change.role}”`,
      change.verified !== undefined && (change.verified ? 'address confirmed' : 'address not confirmed'),
    ].filter(Boolean)
    return `${who} changed ${whom}: ${said.join(', ')}.${because(reason)}`
  },
  'user.disabled': ({ who, whose }, { reason }) => `${who} disabled ${whose} account.${because(reason)}`,
  'user.enabled': ({ who, whose }) => `${who} enabled ${whose} account again.`,
  'user.two_factor_reset': ({ who, whose }, { passkeys, reason }) =>
    `${who} removed ${whose} second factor${passkeys > 0 ? ' and passkeys' : ''}.${because(reason)}`,
  'users.exported': ({ who }) => `${who} downloaded the list of users.`,
  'organization.disabled': ({ who }, { reason }) => `${who} disabled the organization.${because(reason)}`,
  'organization.enabled': ({ who }) => `${who} enabled the organization again.`,
  'organizations.exported': ({ who }) => `${who} downloaded the list of organizations.`,
  'job.retried': ({ who }, { queue }) => `${who} started a failed job of the queue “${queue}” again.`,
  'job.removed': ({ who }, { queue }) => `${who} deleted a failed job of the queue “${queue}”.`,
  'ledger.exported': ({ who }) => `${who} downloaded the ledger of the platform.`,
} satisfies Sentences
