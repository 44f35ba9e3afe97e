import { Exception } from '@adonisjs/core/exceptions'

export class PdfPendingException extends Exception {
  static override status = 409
  static override code = 'E_PDF_PENDING'
  static override message = 'The PDF of this invoice is being made. Please try again in a few seconds.'
}
