import { Refusal } from '#core/exceptions/refusal'

export class TooManyStreamsException extends Refusal {
  static override status = 429
  static override code = 'E_TOO_MANY_STREAMS'
}
