import { Refusal } from '#core/exceptions/refusal'

export class UnknownProviderException extends Refusal {
  static override status = 404
  static override code = 'E_UNKNOWN_PROVIDER'
}

export class ProviderDeniedException extends Refusal {
  static override status = 403
  static override code = 'E_PROVIDER_DENIED'
}

/** Whatever a provider says that proves nobody's identity: nobody is told what exactly was wrong with it. */
export class UnprovenIdentityException extends Refusal {
  static override status = 401
  static override code = 'E_IDENTITY_UNPROVEN'
}

export class NoAddressException extends Refusal {
  static override status = 422
  static override code = 'E_PROVIDER_NO_EMAIL'
}

export class UnverifiedAddressException extends Refusal {
  static override status = 422
  static override code = 'E_PROVIDER_EMAIL_UNVERIFIED'
}

export class AccountExistsException extends Refusal {
  static override status = 409
  static override code = 'E_ACCOUNT_EXISTS'
}

export class AccountDisabledException extends Refusal {
  static override status = 403
  static override code = 'E_ACCOUNT_DISABLED'
}

export class IdentityTakenException extends Refusal {
  static override status = 409
  static override code = 'E_IDENTITY_TAKEN'
}

export class LastWayInException extends Refusal {
  static override status = 409
  static override code = 'E_LAST_WAY_IN'
}

export class AlreadyConnectedException extends Refusal {
  static override status = 409
  static override code = 'E_ALREADY_CONNECTED'
}

export class PasswordExistsException extends Refusal {
  static override status = 409
  static override code = 'E_PASSWORD_EXISTS'
}
