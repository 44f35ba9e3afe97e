import type { Sentences } from '#ledger/sentences'

export const sentences = {
  'organization.created': ({ who }, { name }) => `${who} opened the organization “${name}”.`,
  'organization.renamed': ({ who }, { name, slug, formerName }) =>
    name === formerName
      ? `${who} changed the short name of “${name}” to ${slug}.`
      : `${who} renamed the organization “${formerName}” to “${name}”.`,
  'organization.logo_changed': ({ who }) => `${who} changed the logo of the organization.`,
  'organization.logo_removed': ({ who }) => `${who} removed the logo of the organization.`,
  'organization.two_factor_required': ({ who }) => `${who} made two-factor a must for every member.`,
  'organization.two_factor_released': ({ who }) => `${who} left two-factor to each member again.`,
  'organization.deleted': ({ who }, { name }) => `${who} deleted the organization “${name}”.`,
  'member.invited': ({ who }, { email, role }) => `${who} invited ${email} with the role ${role}.`,
  'member.invitation_resent': ({ who }, { email }) => `${who} sent the invitation of ${email} again.`,
  'member.invitation_revoked': ({ who }, { email }) => `${who} revoked the invitation of ${email}.`,
  'member.joined': ({ who }, { role }) => `${who} joined with the role ${role}.`,
  'member.role_changed': ({ who, whose }, { role, formerRole }) =>
    `${who} changed ${whose} role from ${formerRole} to ${role}.`,
  'member.removed': ({ who, whom }) => `${who} removed ${whom} from the organization.`,
  'member.left': ({ who }) => `${who} left the organization.`,
  'member.erased': () => 'A member’s account was deleted.',
  'organization.erased': () => 'The organization was deleted with the account of its only member.',
  'team.created': ({ who }, { name }) => `${who} opened the team “${name}”.`,
  'team.changed': ({ who }, { name }) => `${who} changed the team “${name}”.`,
  'team.deleted': ({ who }, { name }) => `${who} deleted the team “${name}”.`,
} satisfies Sentences
