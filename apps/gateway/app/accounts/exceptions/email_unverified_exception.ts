import { Exception } from '@adonisjs/core/exceptions'

export class EmailUnverifiedException extends Exception {
  static override status = 403
  static override code = 'E_EMAIL_UNVERIFIED'
  static override message = 'Please confirm your e-mail address first. We have sent you a mail with a link.'
}
