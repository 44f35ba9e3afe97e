import { Refusal } from '#core/exceptions/refusal'

export class BadRequestException extends Refusal {
  static override status = 400
  static override code = 'E_BAD_REQUEST'
}
