import { Refusal } from '#core/exceptions/refusal'

export class IdempotencyConflictException extends Refusal {
  static override status = 409
  static override code = 'E_IDEMPOTENCY_CONFLICT'
}

export class IdempotencyRunningException extends Refusal {
  static override status = 409
  static override code = 'E_IDEMPOTENCY_RUNNING'
}

export class IdempotencyLostException extends Refusal {
  static override status = 409
  static override code = 'E_IDEMPOTENCY_LOST'
}
