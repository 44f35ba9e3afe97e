import { Refusal } from '#core/exceptions/refusal'

export class NotPayableException extends Refusal {
  static override status = 409
  static override code = 'E_INVOICE_NOT_PAYABLE'
}
