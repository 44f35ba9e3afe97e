import type { HttpContext } from '@adonisjs/core/http'
import ApiKeyChoicesTransformer from '#api_keys/transformers/api_key_choices_transformer'

export default class ApiKeyChoicesController {
  show({ membership, serialize }: HttpContext) {
    return serialize(ApiKeyChoicesTransformer.transform(membership))
  }
}
