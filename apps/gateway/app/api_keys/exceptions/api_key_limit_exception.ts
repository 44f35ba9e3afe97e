import { Exception } from '@adonisjs/core/exceptions'
import { limits } from '#config/api_keys'

export class ApiKeyLimitException extends Exception {
  constructor() {
    super(`An organization can have ${limits.keys} API keys. Revoke one first.`, {
      status: 409,
      code: 'E_API_KEY_LIMIT',
    })
  }
}
