import { Refusal } from '#core/exceptions/refusal'
import env from '#start/env'

export class SuspendedException extends Refusal {
  static override status = 403
  static override code = 'E_SUSPENDED'

  readonly details = { url: `${env.get('APP_URL')}/dashboard/billing` }
}
