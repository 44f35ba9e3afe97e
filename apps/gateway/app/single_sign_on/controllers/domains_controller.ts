import type { HttpContext } from '@adonisjs/core/http'
import OrganizationDomain from '#single_sign_on/models/organization_domain'
import { ownDomain } from '#single_sign_on/own_domain'
import { standingOf } from '#single_sign_on/standing'
import { domainValidator } from '#single_sign_on/validators/single_sign_on'

export default class DomainsController {
  async store(ctx: HttpContext) {
    const { auth, membership, request, response, serialize } = ctx
    const { name } = await request.validateUsing(domainValidator)
    await OrganizationDomain.add(membership.organization.id, name, auth.getUserOrFail())
    return response.created(await serialize(await standingOf(ctx)))
  }

  async destroy(ctx: HttpContext) {
    const domain = await ownDomain(ctx)
    await domain.remove(ctx.auth.getUserOrFail())
    return ctx.response.noContent()
  }
}
