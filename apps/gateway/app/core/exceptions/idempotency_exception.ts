import { Exception } from '@adonisjs/core/exceptions'

export class IdempotencyConflictException extends Exception {
  static override status = 409
  static override code = 'E_IDEMPOTENCY_CONFLICT'
  static override message =
    'This Idempotency-Key was used for another request. Take a new key for a new request.'
}

export class IdempotencyRunningException extends Exception {
  static override status = 409
  static override code = 'E_IDEMPOTENCY_RUNNING'
  static override message =
    'The first request with this Idempotency-Key is still running. Please try again in a moment.'
}

export class IdempotencyLostException extends Exception {
  static override status = 409
  static override code = 'E_IDEMPOTENCY_LOST'
  static override message =
    'The first request with this Idempotency-Key was carried out, but its answer was lost. Look at what is there before you repeat it with a new key.'
}
