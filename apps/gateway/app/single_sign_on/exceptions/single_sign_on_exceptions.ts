import { Refusal } from '#core/exceptions/refusal'

export class SingleSignOnRequiredException extends Refusal {
  static override status = 403
  static override code = 'E_SINGLE_SIGN_ON_REQUIRED'
}

export class NoSingleSignOnException extends Refusal {
  static override status = 422
  static override code = 'E_NO_SINGLE_SIGN_ON'
}

export class ForeignAddressException extends Refusal {
  static override status = 403
  static override code = 'E_FOREIGN_ADDRESS'
}

export class DomainLimitException extends Refusal {
  static override status = 409
  static override code = 'E_TOO_MANY_DOMAINS'
}
