import { Refusal } from '#core/exceptions/refusal'

export class NoSeatException extends Refusal {
  static override status = 409
  static override code = 'E_NO_STUDIO_SEAT'
}
