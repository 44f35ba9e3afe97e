import { Exception } from '@adonisjs/core/exceptions'

export class NoCheckoutException extends Exception {
  static override status = 409
  static override code = 'E_NO_CHECKOUT'
  static override message =
    'There is no payment page yet. Choose a plan first; if you have one, pay by the invoice you were sent.'
}
