import { Refusal } from '#core/exceptions/refusal'

export class ConfirmationRequiredException extends Refusal {
  static override status = 403
  static override code = 'E_CONFIRMATION_REQUIRED'
}
