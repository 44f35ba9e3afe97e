import { Exception } from '@adonisjs/core/exceptions'

export class TwoFactorOnException extends Exception {
  static override status = 409
  static override code = 'E_TWO_FACTOR_ON'
  static override message = 'Two-factor is on already. Switch it off first to use another app.'
}

export class TwoFactorOffException extends Exception {
  static override status = 409
  static override code = 'E_TWO_FACTOR_OFF'
  static override message = 'Two-factor is not on.'
}

export class CodeRequiredException extends Exception {
  static override status = 401
  static override code = 'E_CODE_REQUIRED'
  static override message =
    'This account has a second factor. Send the code of your app, or a recovery code, too.'
}

export class NoSignInWaitsException extends Exception {
  static override status = 401
  static override code = 'E_NO_SIGN_IN_WAITS'
  static override message = 'That took too long. Please sign in again from the start.'
}

export class NoSecretException extends Exception {
  static override status = 409
  static override code = 'E_NO_SECRET'
  static override message = 'That took too long. Please scan the picture again.'
}
