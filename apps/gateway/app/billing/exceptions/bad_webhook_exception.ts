import { Exception } from '@adonisjs/core/exceptions'

export class BadWebhookException extends Exception {
  static override status = 401
  static override code = 'E_BAD_SIGNATURE'
  static override message = 'The signature does not belong to this message.'
}
