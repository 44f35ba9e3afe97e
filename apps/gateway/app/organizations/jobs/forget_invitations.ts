import Invitation from '#organizations/models/invitation'

export default async function forgetInvitations() {
  await Invitation.forgetOld()
}
