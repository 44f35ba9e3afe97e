import { Exception } from '@adonisjs/core/exceptions'

export class SingleSignOnRequiredException extends Exception {
  static override status = 403
  static override code = 'E_SINGLE_SIGN_ON_REQUIRED'
  static override message =
    'Your organization has you sign in with its own provider. Choose “Sign in with your organization”.'
}

export class NoSingleSignOnException extends Exception {
  static override status = 422
  static override code = 'E_NO_SINGLE_SIGN_ON'
  static override message = 'No organization signs in people of this address with its own provider.'
}

export class ForeignAddressException extends Exception {
  static override status = 403
  static override code = 'E_FOREIGN_ADDRESS'
  static override message =
    'Your organization’s provider named an address outside the organization’s verified domains. Ask whoever looks after it.'
}

export class DomainLimitException extends Exception {
  static override status = 409
  static override code = 'E_TOO_MANY_DOMAINS'
  static override message = 'An organization can have 20 domains. Remove one first.'
}
