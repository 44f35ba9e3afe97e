import type { HttpContext } from '@adonisjs/core/http'
import OrganizationDomain from '#single_sign_on/models/organization_domain'
import { ownDomainValidator } from '#single_sign_on/validators/single_sign_on'

/** The domain in the address, when it is the active organization's. */
export async function ownDomain({ membership, request }: Pick<HttpContext, 'membership' | 'request'>) {
  const { params } = await request.validateUsing(ownDomainValidator)
  return OrganizationDomain.of(membership.organization.id).where({ id: params.id }).firstOrFail()
}
