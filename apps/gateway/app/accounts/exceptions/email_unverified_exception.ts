import { Refusal } from '#core/exceptions/refusal'

export class EmailUnverifiedException extends Refusal {
  static override status = 403
  static override code = 'E_EMAIL_UNVERIFIED'
}
