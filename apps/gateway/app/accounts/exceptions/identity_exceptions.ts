import { Exception } from '@adonisjs/core/exceptions'

export class UnknownProviderException extends Exception {
  static override status = 404
  static override code = 'E_UNKNOWN_PROVIDER'
  static override message = 'This way to sign in is switched off.'
}

export class ProviderDeniedException extends Exception {
  static override status = 403
  static override code = 'E_PROVIDER_DENIED'
  static override message = 'You stopped at the provider, so nothing has changed.'
}

/** Whatever a provider says that proves nobody's identity: nobody is told what exactly was wrong with it. */
export class UnprovenIdentityException extends Exception {
  static override status = 401
  static override code = 'E_IDENTITY_UNPROVEN'
  static override message = 'The provider did not prove who you are. Please start again.'
}

export class NoAddressException extends Exception {
  static override status = 422
  static override code = 'E_PROVIDER_NO_EMAIL'
  static override message =
    'The provider did not tell your e-mail address. Allow it there, or sign in another way.'
}

export class UnverifiedAddressException extends Exception {
  static override status = 422
  static override code = 'E_PROVIDER_EMAIL_UNVERIFIED'
  static override message =
    'The provider has not confirmed your e-mail address. Confirm it there, or sign in another way.'
}

export class AccountExistsException extends Exception {
  static override status = 409
  static override code = 'E_ACCOUNT_EXISTS'
  static override message =
    'There is an account with this e-mail address already. Sign in to it, then connect the provider under Security.'
}

export class AccountDisabledException extends Exception {
  static override status = 403
  static override code = 'E_ACCOUNT_DISABLED'
  static override message = 'This account is disabled. Please contact support.'
}

export class IdentityTakenException extends Exception {
  static override status = 409
  static override code = 'E_IDENTITY_TAKEN'
  static override message = 'That account at the provider is connected to another account here.'
}

export class LastWayInException extends Exception {
  static override status = 409
  static override code = 'E_LAST_WAY_IN'
  static override message =
    'This is your only way to sign in. Set a password, add a passkey or connect another account first.'
}

export class AlreadyConnectedException extends Exception {
  static override status = 409
  static override code = 'E_ALREADY_CONNECTED'
  static override message = 'Another account at this provider is connected. Disconnect it first.'
}

export class PasswordExistsException extends Exception {
  static override status = 409
  static override code = 'E_PASSWORD_EXISTS'
  static override message = 'Your account has a password already. Change it by the one that you have.'
}
