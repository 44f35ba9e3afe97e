import type { HttpContext } from '@adonisjs/core/http'
import OrganizationProvider from '#single_sign_on/models/organization_provider'
import { reach } from '#single_sign_on/provider_change'

export default class ProviderChecksController {
  /** Whether the provider answers now; that people can sign in shows only when one does. */
  async store({ membership, response }: HttpContext) {
    const { id: organizationId } = membership.organization
    const { issuer } = await OrganizationProvider.query().where({ organizationId }).firstOrFail()
    await reach(issuer)
    return response.noContent()
  }
}
