import { Refusal } from '#core/exceptions/refusal'

export class ImpersonatingException extends Refusal {
  static override status = 403
  static override code = 'E_IMPERSONATING'
}

export class ImpersonationOverException extends Refusal {
  static override status = 401
  static override code = 'E_IMPERSONATION_OVER'
}

export class NotImpersonatingException extends Refusal {
  static override status = 409
  static override code = 'E_NOT_IMPERSONATING'
}
