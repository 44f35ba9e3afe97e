import { Refusal } from '#core/exceptions/refusal'

export class InvitedJustNowException extends Refusal {
  static override status = 409
  static override code = 'E_INVITED_JUST_NOW'
}

export class OtherInviteeException extends Refusal {
  constructor(invited: string, own: string) {
    super({ status: 403, code: 'E_OTHER_INVITEE', values: { invited, own } })
  }
}
