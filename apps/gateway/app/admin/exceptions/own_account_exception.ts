import { Refusal } from '#core/exceptions/refusal'

export class OwnAccountException extends Refusal {
  static override status = 409
  static override code = 'E_OWN_ACCOUNT'
}
