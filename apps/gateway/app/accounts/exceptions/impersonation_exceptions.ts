import { Exception } from '@adonisjs/core/exceptions'

export class ImpersonatingException extends Exception {
  static override status = 403
  static override code = 'E_IMPERSONATING'
  static override message =
    'This is for the person themselves. Stop acting as somebody else to do it as who you are.'
}

export class ImpersonationOverException extends Exception {
  static override status = 401
  static override code = 'E_IMPERSONATION_OVER'
  static override message = 'The time to act as somebody else is over. Please sign in again.'
}

export class NotImpersonatingException extends Exception {
  static override status = 409
  static override code = 'E_NOT_IMPERSONATING'
  static override message = 'You are not acting as somebody else.'
}
