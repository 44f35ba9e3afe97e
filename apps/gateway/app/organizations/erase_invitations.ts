import db from '@adonisjs/lucid/services/db'
import type { Eraser } from '#accounts/erasure/eraser'
import Invitation from '#organizations/models/invitation'

/**
 * What was sent to the person's address, answered or not, and what they sent and nobody has answered. What was answered
 * names them no more once they are gone.
 */
const eraseInvitations: Eraser = ({ id, email }) =>
  db.transaction(async (trx) => {
    await Invitation.query({ client: trx }).where({ email }).delete()
    await Invitation.revokeFrom({ userId: id }, trx)
  })

export default eraseInvitations
