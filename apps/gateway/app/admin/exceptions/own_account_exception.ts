import { Exception } from '@adonisjs/core/exceptions'

export class OwnAccountException extends Exception {
  static override status = 409
  static override code = 'E_OWN_ACCOUNT'
  static override message = 'You cannot do this to your own account. Ask another administrator.'
}
