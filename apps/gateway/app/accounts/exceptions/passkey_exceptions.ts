import { Exception } from '@adonisjs/core/exceptions'

/** Whatever does not prove somebody's identity: nobody is told what exactly was wrong with it. */
export class UnprovenPasskeyException extends Exception {
  static override status = 401
  static override code = 'E_PASSKEY_UNPROVEN'
  static override message =
    'This passkey did not prove who you are. Please try again, or sign in another way.'
}

export class PasskeyRefusedException extends Exception {
  static override status = 422
  static override code = 'E_PASSKEY_REFUSED'
  static override message = 'This passkey could not be added. Please try again, or use another device.'
}

export class PasskeyExistsException extends Exception {
  static override status = 409
  static override code = 'E_PASSKEY_EXISTS'
  static override message = 'This passkey has been added already.'
}
