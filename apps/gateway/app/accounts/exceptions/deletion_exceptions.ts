import { Refusal } from '#core/exceptions/refusal'

export class LastAdministratorException extends Refusal {
  static override status = 409
  static override code = 'E_LAST_ADMINISTRATOR'
}
