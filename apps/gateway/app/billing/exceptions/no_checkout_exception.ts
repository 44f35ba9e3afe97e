import { Refusal } from '#core/exceptions/refusal'

export class NoCheckoutException extends Refusal {
  static override status = 409
  static override code = 'E_NO_CHECKOUT'
}
