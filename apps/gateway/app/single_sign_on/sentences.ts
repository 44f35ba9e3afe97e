import { roleName } from '#accounts/roles'
import { t } from '#core/language'
import { type Sentences, told } from '#ledger/sentences'

export const sentences = {
  'single_sign_on.configured': (parties, { issuer, isRequired }) =>
    t(isRequired ? 'events.single_sign_on.required' : 'events.single_sign_on.configured', {
      ...parties,
      issuer,
    }),
  'single_sign_on.removed': (parties, { issuer }) =>
    t('events.single_sign_on.removed', { ...parties, issuer }),
  'domain.added': (parties, { name }) => t('events.domain.added', { ...parties, name }),
  'domain.verified': (parties, { name }) => t('events.domain.verified', { ...parties, name }),
  'domain.removed': (parties, { name }) => t('events.domain.removed', { ...parties, name }),
  'user.provisioned': told('events.user.provisioned'),
  'member.provisioned': (parties, { role }) =>
    t('events.member.provisioned', { ...parties, role: roleName(role) }),
} satisfies Sentences
