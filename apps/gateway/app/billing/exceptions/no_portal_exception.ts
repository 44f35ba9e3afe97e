import { Refusal } from '#core/exceptions/refusal'

export class NoPortalException extends Refusal {
  static override status = 409
  static override code = 'E_NO_PORTAL'
}
