import { Exception } from '@adonisjs/core/exceptions'
import env from '#start/env'

export class SuspendedException extends Exception {
  static override status = 403
  static override code = 'E_SUSPENDED'
  static override message =
    'Your organization can only be read, because an invoice is unpaid. Once it is paid under Billing, everything works again.'

  readonly details = { url: `${env.get('APP_URL')}/dashboard/billing` }
}
