import { Refusal } from '#core/exceptions/refusal'

/** Whatever does not prove somebody's identity: nobody is told what exactly was wrong with it. */
export class UnprovenPasskeyException extends Refusal {
  static override status = 401
  static override code = 'E_PASSKEY_UNPROVEN'
}

export class PasskeyRefusedException extends Refusal {
  static override status = 422
  static override code = 'E_PASSKEY_REFUSED'
}

export class PasskeyExistsException extends Refusal {
  static override status = 409
  static override code = 'E_PASSKEY_EXISTS'
}
