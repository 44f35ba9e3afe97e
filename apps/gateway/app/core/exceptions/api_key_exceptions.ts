import { Refusal } from '#core/exceptions/refusal'

/** One sentence for every reason: whoever tries keys learns nothing of them. */
export class InvalidApiKeyException extends Refusal {
  static override status = 401
  static override code = 'E_INVALID_API_KEY'
}

export class PersonRequiredException extends Refusal {
  static override status = 403
  static override code = 'E_PERSON_REQUIRED'
}

export class ScopeMissingException extends Refusal {
  constructor(permission: string) {
    super({ status: 403, code: 'E_SCOPE_MISSING', values: { permission } })
  }
}
