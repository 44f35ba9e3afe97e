import { Refusal } from '#core/exceptions/refusal'

/** What does not exist and what is not the caller's look the same, and the same as Lucid's own `E_ROW_NOT_FOUND`. */
export class NotFoundException extends Refusal {
  static override status = 404
  static override code = 'E_ROW_NOT_FOUND'
}
