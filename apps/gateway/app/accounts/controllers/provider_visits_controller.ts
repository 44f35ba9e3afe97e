import type { HttpContext } from '@adonisjs/core/http'
import { providerNamed } from '#accounts/identity/proof'
import { Visit } from '#accounts/identity/visit'

export default class ProviderVisitsController {
  /** Leads to the provider: on the visit that was begun before, by its id, or on one that is to sign in. */
  async show(ctx: HttpContext) {
    const { ally, params, request } = ctx
    const provider = providerNamed(ally, params.provider)
    const { next, visit } = request.qs()
    const begun = Visit.current(ctx, provider)
    if (!begun || begun.id !== visit) Visit.begin(ctx, { to: provider, purpose: 'sign_in', next })
    return ally.use(provider).redirect()
  }
}
