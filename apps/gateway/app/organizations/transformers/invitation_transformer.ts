import { BaseTransformer } from '@adonisjs/core/transformers'
import { iso } from '#core/time'
import type Invitation from '#organizations/models/invitation'

/** An invitation as those who manage members see it. Its secret is in the mail alone. */
export default class InvitationTransformer extends BaseTransformer<Invitation> {
  toObject() {
    const { id, email, role, inviter, sentAt, expiresAt, isExpired } = this.resource
    const invitedBy: string | null = inviter?.fullName ?? null
    return { id, email, role, invitedBy, sentAt: iso(sentAt), expiresAt: iso(expiresAt), isExpired }
  }
}
