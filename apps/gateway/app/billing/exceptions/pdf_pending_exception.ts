import { Refusal } from '#core/exceptions/refusal'

export class PdfPendingException extends Refusal {
  static override status = 409
  static override code = 'E_PDF_PENDING'
}
