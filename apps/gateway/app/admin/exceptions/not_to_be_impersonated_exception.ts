import { Refusal } from '#core/exceptions/refusal'

export class NotToBeImpersonatedException extends Refusal {
  static override status = 409
  static override code = 'E_NOT_TO_BE_IMPERSONATED'
}
