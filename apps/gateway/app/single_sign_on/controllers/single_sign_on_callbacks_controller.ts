import type { HttpContext } from '@adonisjs/core/http'
import { UnprovenIdentityException } from '#accounts/exceptions/identity_exceptions'
import { pageAfter } from '#accounts/identity/page_after'
import { Visit } from '#accounts/identity/visit'
import { SignIn } from '#accounts/sign_in'
import { MemberArrival } from '#single_sign_on/member_arrival'
import OrganizationProvider from '#single_sign_on/models/organization_provider'
import { callbackValidator } from '#single_sign_on/validators/single_sign_on'

export default class SingleSignOnCallbacksController {
  async show(ctx: HttpContext) {
    const { organization } = (await ctx.request.validateUsing(callbackValidator)).params
    const visit = Visit.current(ctx, organization)
    Visit.end(ctx)
    if (!visit) throw new UnprovenIdentityException()

    const provider = await OrganizationProvider.at(organization)
    const user = await new MemberArrival(provider, await provider.driver(ctx).user()).user()
    const begun = await new SignIn(ctx, user, 'oidc', false, { organizationId: organization }).start()
    return ctx.response.redirect(pageAfter(begun, visit.next))
  }
}
