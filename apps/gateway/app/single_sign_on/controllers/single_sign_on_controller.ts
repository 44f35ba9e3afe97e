import type { HttpContext } from '@adonisjs/core/http'
import OrganizationProvider from '#single_sign_on/models/organization_provider'
import { ProviderChange } from '#single_sign_on/provider_change'
import { standingOf } from '#single_sign_on/standing'
import { providerValidator } from '#single_sign_on/validators/single_sign_on'

export default class SingleSignOnController {
  async show(ctx: HttpContext) {
    return ctx.serialize(await standingOf(ctx))
  }

  async update(ctx: HttpContext) {
    const { auth, membership, request, serialize } = ctx
    const settings = await request.validateUsing(providerValidator)
    await new ProviderChange(membership, auth.getUserOrFail()).save(settings)
    return serialize(await standingOf(ctx))
  }

  async destroy({ auth, membership, response }: HttpContext) {
    const { id: organizationId } = membership.organization
    const provider = await OrganizationProvider.query().where({ organizationId }).firstOrFail()
    await provider.remove(auth.getUserOrFail())
    return response.noContent()
  }
}
