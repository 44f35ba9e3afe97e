import { Exception } from '@adonisjs/core/exceptions'

export class InvitedJustNowException extends Exception {
  static override status = 409
  static override code = 'E_INVITED_JUST_NOW'
  static override message =
    'This invitation was sent a moment ago. Give the mail five minutes, then send it again.'
}

export class OtherInviteeException extends Exception {
  constructor(invited: string, own: string) {
    super(
      `This invitation is for ${invited}, and you are signed in as ${own}. Sign in with that address, or ask for an invitation to yours.`,
      { status: 403, code: 'E_OTHER_INVITEE' },
    )
  }
}
