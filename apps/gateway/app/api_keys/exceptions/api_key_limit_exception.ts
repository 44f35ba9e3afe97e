import { Refusal } from '#core/exceptions/refusal'
import { limits } from '#config/api_keys'

export class ApiKeyLimitException extends Refusal {
  constructor() {
    super({ status: 409, code: 'E_API_KEY_LIMIT', values: { limit: limits.keys } })
  }
}
