import type { HttpContext } from '@adonisjs/core/http'
import { Inviting } from '#organizations/inviting'
import InvitationTransformer from '#organizations/transformers/invitation_transformer'
import { invitationIdIn } from '#organizations/validators/invitation'

export default class InvitationMailsController {
  async store({ auth, membership, params, response, serialize }: HttpContext) {
    const id = await invitationIdIn(params)
    const invitation = await new Inviting(membership, auth.getUserOrFail()).resend(id)
    return response.accepted(await serialize(InvitationTransformer.transform(invitation)))
  }
}
