import type { HttpContext } from '@adonisjs/core/http'
import User from '#accounts/models/user'
import { linkValidator } from '#accounts/validators/account'
import Invitation from '#organizations/models/invitation'
import ReceivedInvitationTransformer from '#organizations/transformers/received_invitation_transformer'

export default class ReceivedInvitationsController {
  /** What an invitation says; its secret comes in the body, because addresses are written down. */
  async store({ auth, request, serialize }: HttpContext) {
    const { token } = await request.validateUsing(linkValidator)
    const invitation = await Invitation.bySecret(token)
    const isSignedIn = await auth.use('web').check()
    const signedInAs = isSignedIn ? auth.use('web').getUserOrFail().email : null
    const hasAccount = Boolean(await User.findBy({ email: invitation.email }))
    return serialize(ReceivedInvitationTransformer.transform(invitation, { signedInAs, hasAccount }))
  }
}
