import { Exception } from '@adonisjs/core/exceptions'

export class NotPayableException extends Exception {
  static override status = 409
  static override code = 'E_INVOICE_NOT_PAYABLE'
  static override message = 'This invoice is paid or void: there is nothing to pay.'
}
