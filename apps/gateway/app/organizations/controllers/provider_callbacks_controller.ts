import type { HttpContext } from '@adonisjs/core/http'
import { UnprovenIdentityException } from '#accounts/exceptions/identity_exceptions'
import { proofFrom, providerNamed } from '#accounts/identity/proof'
import { pageAfter } from '#accounts/identity/page_after'
import { Visit } from '#accounts/identity/visit'
import Identity from '#accounts/models/identity'
import { SignIn } from '#accounts/sign_in'
import { Arrival } from '#organizations/arrival'

export default class ProviderCallbacksController {
  /** A provider sends somebody back. What they went for says the visit that their browser kept. */
  async show(ctx: HttpContext) {
    const { ally, auth, params, response } = ctx
    const provider = providerNamed(ally, params.provider)
    const visit = Visit.current(ctx, provider)
    Visit.end(ctx)
    if (!visit) throw new UnprovenIdentityException()

    if (visit.purpose === 'connect') {
      const user = await auth.use('web').authenticate()
      if (user.id !== visit.userId) throw new UnprovenIdentityException()
      await Identity.connect(user, await proofFrom(ally, provider))
      return response.redirect(visit.next)
    }

    const user = await new Arrival(await proofFrom(ally, provider)).user()
    const begun = await new SignIn(ctx, user, 'social').start()
    return response.redirect(pageAfter(begun, visit.next))
  }
}
