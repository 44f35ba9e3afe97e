import { Refusal } from '#core/exceptions/refusal'

export class BadSignatureException extends Refusal {
  static override status = 401
  static override code = 'E_BAD_SIGNATURE'
}
