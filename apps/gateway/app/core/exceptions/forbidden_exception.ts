import { Refusal } from '#core/exceptions/refusal'

export class ForbiddenException extends Refusal {
  static override status = 403
  static override code = 'E_FORBIDDEN'
}
