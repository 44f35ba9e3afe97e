import { Refusal } from '#core/exceptions/refusal'

export class BadWebhookException extends Refusal {
  static override status = 401
  static override code = 'E_BAD_SIGNATURE'

  constructor() {
    super({ key: 'errors.foreign_signature' })
  }
}
