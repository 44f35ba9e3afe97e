import type { Eraser } from '#accounts/erasure/eraser'
import Invitation from '#organizations/models/invitation'

/** What was sent to the person's address, answered or not. What they sent names them no more once they are gone. */
const eraseInvitations: Eraser = async ({ email }) => {
  await Invitation.query().where({ email }).delete()
}

export default eraseInvitations
