import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import User from '#accounts/models/user'
import { FieldException } from '#core/exceptions/field_exception'
import { record } from '#ledger/record'
import { OtherInviteeException } from '#organizations/exceptions/invitation_exceptions'
import Invitation from '#organizations/models/invitation'
import Membership from '#organizations/models/membership'

/** Somebody makes use of an invitation. Its secret reached them at its address, so that is confirmed with it. */
export class Acceptance {
  constructor(private secret: string) {}

  /** @throws DeadLinkException, OtherInviteeException, MemberLimitException, OrganizationLimitException */
  by({ id }: User) {
    return db.transaction(async (trx) => {
      const { invitation } = await Invitation.redeem(this.secret, trx)
      const user = await User.query({ client: trx }).where({ id }).forUpdate().firstOrFail()
      if (user.email !== invitation.email) throw new OtherInviteeException(invitation.email, user.email)
      await user.confirmAddress(trx)
      await join(user, invitation, trx)
      return invitation
    })
  }

  /**
   * Only the address that was invited is confirmed by the secret, so nobody registers another by it.
   *
   * @throws DeadLinkException, FieldException for another address and where it has an account by now, MemberLimitException
   */
  byNewcomer({ email, ...person }: { email?: string; fullName: string; password: string }) {
    return db
      .transaction(async (trx) => {
        const { invitation, organization } = await Invitation.redeem(this.secret, trx)
        refuseOther(email ?? invitation.email, invitation)
        const user = await User.create({ ...person, email: invitation.email }, { client: trx })
        await record(trx, {
          action: 'user.registered',
          subject: ['user', user.id],
          organizationId: organization.id,
          actorId: user.id,
          metadata: { organizationName: organization.name, invited: true },
        })
        await user.confirmAddress(trx)
        await join(user, invitation, trx)
        return { user, invitation }
      })
      .catch(refuseTaken)
  }
}

/** Who has become a member in another way meanwhile stays what they are. */
async function join(user: User, invitation: Invitation, trx: TransactionClientContract) {
  const { organizationId, role, invitedBy } = invitation
  const begun = await Membership.begin({ organizationId, userId: user.id, role }, trx)
  if (!begun) return
  await record(trx, {
    action: 'member.joined',
    subject: ['user', user.id],
    organizationId,
    actorId: user.id,
    metadata: { role, invitedBy },
  })
}

function refuseOther(email: string, invitation: Invitation) {
  if (email !== invitation.email)
    throw new FieldException('email', 'other_invitee', { email: invitation.email })
}

function refuseTaken(error: { constraint?: string }): never {
  if (error.constraint !== 'users_email_unique') throw error
  throw new FieldException('token', 'invitee_has_account')
}
