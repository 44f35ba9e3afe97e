import { roleName } from '#accounts/roles'
import { t } from '#core/language'
import { because, type Sentences, told } from '#ledger/sentences'

export const sentences = {
  'user.updated': (parties, { reason, fullName, role, verified }) => {
    const changes = [
      fullName !== undefined && t('events.change_name', { fullName }),
      role !== undefined && t('events.change_role', { role: roleName(role) }),
      verified !== undefined && t(verified ? 'events.change_verified' : 'events.change_unverified'),
    ].filter(Boolean)
    return because(t('events.user.updated', { ...parties, changes: changes.join(', ') }), reason)
  },
  'user.disabled': (parties, { reason }) => because(t('events.user.disabled', parties), reason),
  'user.enabled': told('events.user.enabled'),
  'user.two_factor_reset': (parties, { passkeys, reason }) =>
    because(t('events.user.two_factor_reset', { ...parties, passkeys }), reason),
  'users.exported': told('events.users.exported'),
  'organization.disabled': (parties, { reason }) =>
    because(t('events.organization.disabled', parties), reason),
  'organization.enabled': told('events.organization.enabled'),
  'organizations.exported': told('events.organizations.exported'),
  'job.retried': (parties, { queue }) => t('events.job.retried', { ...parties, queue }),
  'job.removed': (parties, { queue }) => t('events.job.removed', { ...parties, queue }),
  'ledger.exported': told('events.ledger.exported'),
} satisfies Sentences
