import { BaseTransformer } from '@adonisjs/core/transformers'
import { iso } from '#core/time'
import type { MembershipSummary } from '#organizations/member_provider'
import type OrganizationDomain from '#single_sign_on/models/organization_domain'
import OrganizationProvider from '#single_sign_on/models/organization_provider'
import { rolesToGive } from '#single_sign_on/roles_to_give'

interface Standing {
  membership: MembershipSummary
  provider: OrganizationProvider | null
  domains: OrganizationDomain[]
}

/** How an organization signs in. The client's secret goes in and never comes out. */
export default class SingleSignOnTransformer extends BaseTransformer<Standing> {
  toObject() {
    const { membership, provider, domains } = this.resource
    return {
      callbackUrl: OrganizationProvider.callbackUrl(membership.organization.id),
      roles: rolesToGive(membership),
      provider: provider && {
        issuer: provider.issuer,
        clientId: provider.clientId,
        role: provider.role,
        isRequired: provider.isRequired,
        provenAt: iso(provider.provenAt),
      },
      domains: domains.map(({ id, name, record, verifiedAt }) => ({
        id,
        name,
        record,
        verifiedAt: iso(verifiedAt),
      })),
    }
  }
}
