import { Exception } from '@adonisjs/core/exceptions'

/** One sentence for every reason: whoever tries keys learns nothing of them. */
export class InvalidApiKeyException extends Exception {
  static override status = 401
  static override code = 'E_INVALID_API_KEY'
  static override message = 'This API key is not valid. It may be mistyped, expired or revoked.'
}

export class PersonRequiredException extends Exception {
  static override status = 403
  static override code = 'E_PERSON_REQUIRED'
  static override message = 'An API key cannot do this: it takes a person who is signed in.'
}

export class ScopeMissingException extends Exception {
  constructor(permission: string) {
    super(
      `This API key may not do this: it needs the scope “${permission}”, and whoever created it needs a role that allows the same.`,
      { status: 403, code: 'E_SCOPE_MISSING' },
    )
  }
}
