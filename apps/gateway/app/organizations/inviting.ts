import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import type User from '#accounts/models/user'
import { limits } from '#config/organizations'
import { FieldException } from '#core/exceptions/field_exception'
import { record } from '#ledger/record'
import { MemberLimitException } from '#organizations/exceptions/organization_exceptions'
import { InvitedJustNowException } from '#organizations/exceptions/invitation_exceptions'
import type { MembershipSummary } from '#organizations/member_provider'
import Invitation from '#organizations/models/invitation'
import Membership from '#organizations/models/membership'
import Organization from '#organizations/models/organization'
import { rolesWithin } from '#organizations/roles_within'

const pause = { minutes: 5 }

/** What a member does with the invitations of an organization. The mails follow the ledger. */
export class Inviting {
  constructor(
    private membership: MembershipSummary,
    private actor: User,
  ) {}

  /** @throws FieldException, MemberLimitException */
  invite({ email, role }: { email: string; role: string }) {
    const organizationId = this.membership.organization.id
    return db
      .transaction(async (trx) => {
        await Organization.lock(organizationId, trx)
        await this.#judge({ email, role }, trx)
        const invitation = await new Invitation()
          .useTransaction(trx)
          .merge({ organizationId, email, role, invitedBy: this.actor.id })
          .renew()
          .save()
        await this.#record('member.invited', invitation, trx)
        return invitation
      })
      .then((invitation) => this.#find(invitation.id))
  }

  /** Sends it anew, for another week; the link of the mail before works no more. */
  async resend(id: string) {
    const invitation = await this.#find(id)
    this.#refuseHigher(invitation.role)
    if (invitation.sentAt > DateTime.utc().minus(pause)) throw new InvitedJustNowException()
    await db.transaction(async (trx) => {
      await invitation.useTransaction(trx).renew().save()
      await this.#record('member.invitation_resent', invitation, trx)
    })
    return invitation
  }

  async revoke(id: string) {
    const invitation = await this.#find(id)
    await db.transaction((trx) => invitation.revoke(trx))
  }

  #find(id: string) {
    return Invitation.pendingIn(this.membership.organization.id).where({ id }).firstOrFail()
  }

  async #judge({ email, role }: { email: string; role: string }, trx: TransactionClientContract) {
    const { id: organizationId } = this.membership.organization
    this.#refuseHigher(role)
    const members = await Membership.query({ client: trx }).where({ organizationId }).preload('user')
    if (members.some(({ user }) => user.email === email)) throw new FieldException('email', 'member_already')
    const pending = await Invitation.pendingIn(organizationId, trx)
    if (pending.some((invitation) => invitation.email === email))
      throw new FieldException('email', 'invited_already')
    const open = pending.filter(({ isExpired }) => !isExpired)
    if (members.length + open.length >= limits.members) throw new MemberLimitException()
  }

  #refuseHigher(role: string) {
    if (!rolesWithin(this.membership.role).includes(role)) throw new FieldException('role', 'role_above')
  }

  #record(
    action: 'member.invited' | 'member.invitation_resent',
    { id, email, role, organizationId }: Invitation,
    trx: TransactionClientContract,
  ) {
    return record(trx, { action, subject: ['invitation', id], organizationId, metadata: { email, role } })
  }
}
