import { Refusal } from '#core/exceptions/refusal'

export class TwoFactorOnException extends Refusal {
  static override status = 409
  static override code = 'E_TWO_FACTOR_ON'
}

export class TwoFactorOffException extends Refusal {
  static override status = 409
  static override code = 'E_TWO_FACTOR_OFF'
}

export class CodeRequiredException extends Refusal {
  static override status = 401
  static override code = 'E_CODE_REQUIRED'
}

export class NoSignInWaitsException extends Refusal {
  static override status = 401
  static override code = 'E_NO_SIGN_IN_WAITS'
}

export class NoSecretException extends Refusal {
  static override status = 409
  static override code = 'E_NO_SECRET'
}
