import { Exception } from '@adonisjs/core/exceptions'

export class ConfirmationRequiredException extends Exception {
  static override status = 403
  static override code = 'E_CONFIRMATION_REQUIRED'
  static override message = 'Please confirm that it is you, then try again.'
}
