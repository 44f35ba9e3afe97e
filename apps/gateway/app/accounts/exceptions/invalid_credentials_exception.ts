import { Exception } from '@adonisjs/core/exceptions'

export class InvalidCredentialsException extends Exception {
  static override status = 401
  static override code = 'E_INVALID_CREDENTIALS'
  static override message = 'The e-mail address or the password is wrong.'
}
