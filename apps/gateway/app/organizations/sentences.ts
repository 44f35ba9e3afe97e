import { roleName } from '#accounts/roles'
import { t } from '#core/language'
import { type Sentences, told } from '#ledger/sentences'

export const sentences = {
  'organization.created': (parties, { name }) => t('events.organization.created', { ...parties, name }),
  'organization.renamed': (parties, { name, slug, formerName }) =>
    name === formerName
      ? t('events.organization.short_name_changed', { ...parties, name, slug })
      : t('events.organization.renamed', { ...parties, name, formerName }),
  'organization.logo_changed': told('events.organization.logo_changed'),
  'organization.logo_removed': told('events.organization.logo_removed'),
  'organization.two_factor_required': told('events.organization.two_factor_required'),
  'organization.two_factor_released': told('events.organization.two_factor_released'),
  'organization.deleted': (parties, { name }) => t('events.organization.deleted', { ...parties, name }),
  'member.invited': (parties, { email, role }) =>
    t('events.member.invited', { ...parties, email, role: roleName(role) }),
  'member.invitation_resent': (parties, { email }) =>
    t('events.member.invitation_resent', { ...parties, email }),
  'member.invitation_revoked': (parties, { email }) =>
    t('events.member.invitation_revoked', { ...parties, email }),
  'member.joined': (parties, { role }) => t('events.member.joined', { ...parties, role: roleName(role) }),
  'member.role_changed': (parties, { role, formerRole }) =>
    t('events.member.role_changed', { ...parties, role: roleName(role), formerRole: roleName(formerRole) }),
  'member.removed': told('events.member.removed'),
  'member.left': told('events.member.left'),
  'member.erased': () => t('events.member.erased'),
  'organization.erased': () => t('events.organization.erased'),
  'team.created': (parties, { name }) => t('events.team.created', { ...parties, name }),
  'team.changed': (parties, { name }) => t('events.team.changed', { ...parties, name }),
  'team.deleted': (parties, { name }) => t('events.team.deleted', { ...parties, name }),
} satisfies Sentences
