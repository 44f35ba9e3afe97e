import type { HttpContext } from '@adonisjs/core/http'
import ApiKey from '#api_keys/models/api_key'
import { scopesWithin } from '#api_keys/scopes'
import ApiKeyTransformer from '#api_keys/transformers/api_key_transformer'
import IssuedApiKeyTransformer from '#api_keys/transformers/issued_api_key_transformer'
import { callsWaiting } from '#api_keys/uses'
import { apiKeyIdValidator, apiKeyValidator } from '#api_keys/validators/api_key'
import { limits } from '#config/api_keys'
import { FieldException } from '#core/exceptions/field_exception'

export default class ApiKeysController {
  async index({ membership, serialize }: HttpContext) {
    const keys = await ApiKey.of(membership.organization.id)
    const waiting = await callsWaiting(keys.map(({ id }) => id))
    keys.forEach((key, index) => (key.calls = Number(key.calls) + waiting[index]!))
    return serialize(ApiKeyTransformer.transform(keys), { total: keys.length })
  }

  async store({ auth, membership, request, response, serialize }: HttpContext) {
    const { perMinute = limits.perMinute, ...draft } = await request.validateUsing(apiKeyValidator)
    const within = scopesWithin(membership)
    if (!draft.scopes.every((scope) => within.includes(scope)))
      throw new FieldException('scopes', 'scopes_above')
    const { id } = membership.organization
    const issued = await ApiKey.issue(id, auth.getUserOrFail(), { ...draft, perMinute })
    return response.created(await serialize(IssuedApiKeyTransformer.transform(issued)))
  }

  async destroy(ctx: HttpContext) {
    await (await keyIn(ctx)).revoke()
    return ctx.response.noContent()
  }
}

async function keyIn({ membership, params }: HttpContext) {
  const { id } = await apiKeyIdValidator.validate(params)
  return ApiKey.of(membership.organization.id).where({ id }).firstOrFail()
}
