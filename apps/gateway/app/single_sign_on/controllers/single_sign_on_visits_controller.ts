import type { HttpContext } from '@adonisjs/core/http'
import { Visit } from '#accounts/identity/visit'
import OrganizationProvider from '#single_sign_on/models/organization_provider'
import { visitValidator } from '#single_sign_on/validators/single_sign_on'

export default class SingleSignOnVisitsController {
  /** Leads to the provider that speaks for the domain of the address. */
  async show(ctx: HttpContext) {
    const { email, next } = await ctx.request.validateUsing(visitValidator)
    const provider = await OrganizationProvider.speakingFor(email)
    Visit.begin(ctx, { to: provider.organizationId, purpose: 'sign_in', next })
    return provider.driver(ctx).redirect((request) => request.param('login_hint', email))
  }
}
