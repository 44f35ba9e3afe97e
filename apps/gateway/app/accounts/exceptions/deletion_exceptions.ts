import { Exception } from '@adonisjs/core/exceptions'

export class LastAdministratorException extends Exception {
  static override status = 409
  static override code = 'E_LAST_ADMINISTRATOR'
  static override message =
    'You are the only administrator of the platform. Make somebody else one before you delete your account.'
}
