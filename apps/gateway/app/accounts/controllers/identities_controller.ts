import type { HttpContext } from '@adonisjs/core/http'
import { providerNamed } from '#accounts/identity/proof'
import { Visit } from '#accounts/identity/visit'
import Identity from '#accounts/models/identity'
import ConnectedIdentityTransformer from '#accounts/transformers/connected_identity_transformer'
import { connectedIdentityValidator, identityValidator } from '#accounts/validators/identity'

const settings = '/dashboard/settings/security'

export default class IdentitiesController {
  async index({ auth, serialize }: HttpContext) {
    const identities = await Identity.query().where({ userId: auth.getUserOrFail().id }).orderBy('createdAt')
    return serialize(ConnectedIdentityTransformer.transform(identities), { total: identities.length })
  }

  /** Answers where to go: connecting is agreed to at the provider. A link alone could be another site's. */
  async store(ctx: HttpContext) {
    const { ally, auth, request, response, serialize } = ctx
    const { provider: name } = await request.validateUsing(identityValidator)
    const provider = providerNamed(ally, name)
    const { id: userId } = auth.getUserOrFail()
    const { id } = Visit.begin(ctx, { to: provider, purpose: 'connect', next: settings, userId })
    const location = `/api/auth/providers/${provider}/redirect?visit=${id}`
    return response.created(await serialize({ location }))
  }

  async destroy({ auth, request, response }: HttpContext) {
    const { params } = await request.validateUsing(connectedIdentityValidator)
    const identity = await Identity.query()
      .where({ id: params.id, userId: auth.getUserOrFail().id })
      .firstOrFail()
    await identity.disconnect()
    return response.noContent()
  }
}
