import type { HttpContext } from '@adonisjs/core/http'
import OrganizationDomain from '#single_sign_on/models/organization_domain'
import OrganizationProvider from '#single_sign_on/models/organization_provider'
import SingleSignOnTransformer from '#single_sign_on/transformers/single_sign_on_transformer'

/** How the active organization signs in, as every change answers it too. */
export async function standingOf({ membership }: Pick<HttpContext, 'membership'>) {
  const { id } = membership.organization
  const [provider, domains] = await Promise.all([OrganizationProvider.find(id), OrganizationDomain.of(id)])
  return SingleSignOnTransformer.transform({ membership, provider, domains })
}
