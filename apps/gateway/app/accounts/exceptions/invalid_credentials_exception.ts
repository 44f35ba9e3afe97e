import { Refusal } from '#core/exceptions/refusal'

export class InvalidCredentialsException extends Refusal {
  static override status = 401
  static override code = 'E_INVALID_CREDENTIALS'
}
