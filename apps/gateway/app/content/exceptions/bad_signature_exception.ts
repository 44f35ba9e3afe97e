import { Exception } from '@adonisjs/core/exceptions'

export class BadSignatureException extends Exception {
  static override status = 401
  static override code = 'E_BAD_SIGNATURE'
  static override message = 'The signature is missing, wrong or too old.'
}
