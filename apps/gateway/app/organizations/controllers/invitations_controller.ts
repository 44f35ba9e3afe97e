import type { HttpContext } from '@adonisjs/core/http'
import { Inviting } from '#organizations/inviting'
import Invitation from '#organizations/models/invitation'
import InvitationTransformer from '#organizations/transformers/invitation_transformer'
import { invitationIdIn, invitationValidator } from '#organizations/validators/invitation'

export default class InvitationsController {
  async index({ membership, serialize }: HttpContext) {
    const pending = await Invitation.pendingIn(membership.organization.id)
    return serialize(InvitationTransformer.transform(pending), { total: pending.length })
  }

  async store({ auth, membership, request, response, serialize }: HttpContext) {
    const wanted = await request.validateUsing(invitationValidator)
    const invitation = await new Inviting(membership, auth.getUserOrFail()).invite(wanted)
    return response.created(await serialize(InvitationTransformer.transform(invitation)))
  }

  async destroy({ auth, membership, params, response }: HttpContext) {
    await new Inviting(membership, auth.getUserOrFail()).revoke(await invitationIdIn(params))
    return response.noContent()
  }
}
