import type { TeamDraft } from '#organizations/models/team'

declare module '#ledger/record' {
  interface Actions {
    'organization.renamed': { name: string; slug: string; formerName: string; formerSlug: string }
    'organization.logo_changed': object
    'organization.logo_removed': object
    'organization.two_factor_required': object
    'organization.two_factor_released': object
    'organization.deleted': { name: string; slug: string }
    'team.created': TeamDraft
    'team.changed': TeamDraft
    'team.deleted': { name: string }
    'member.invited': { email: string; role: string }
    'member.invitation_resent': { email: string; role: string }
    'member.invitation_revoked': { email: string; role: string }
    'member.joined': { role: string; invitedBy: string | null }
    'member.role_changed': { role: string; formerRole: string }
    'member.removed': { role: string }
    'member.left': { role: string }
  }
}
