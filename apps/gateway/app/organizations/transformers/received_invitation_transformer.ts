import { BaseTransformer } from '@adonisjs/core/transformers'
import type Invitation from '#organizations/models/invitation'

interface Reader {
  /** The address of whoever is signed in where the link was opened. */
  signedInAs: string | null
  hasAccount: boolean
}

/** An invitation as whoever holds its secret sees it, and so reads the mails of its address. */
export default class ReceivedInvitationTransformer extends BaseTransformer<Invitation> {
  constructor(
    invitation: Invitation,
    private reader: Reader,
  ) {
    super(invitation)
  }

  toObject() {
    const { email, role, organization, inviter } = this.resource
    const invitedBy: string | null = inviter?.fullName ?? null
    return { organization: organization.name, email, role, invitedBy, ...this.reader }
  }
}
