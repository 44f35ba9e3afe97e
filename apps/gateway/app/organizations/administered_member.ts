import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type User from '#accounts/models/user'
import { can } from '#accounts/roles'
import { withPasskeys } from '#accounts/second_factor'
import type { OrganizationPermission } from '#config/permissions'
import { FieldException } from '#core/exceptions/field_exception'
import { ForbiddenException } from '#core/exceptions/forbidden_exception'
import { record } from '#ledger/record'
import { HigherRoleException } from '#organizations/exceptions/organization_exceptions'
import Membership from '#organizations/models/membership'
import Organization from '#organizations/models/organization'
import { rolesWithin } from '#organizations/roles_within'

interface Scene {
  member: Membership
  trx: TransactionClientContract
  /** What whoever acts may give, change and take away. */
  within: string[]
}

/** A member in the hands of another one, or in their own: each act is checked, carried out and recorded, or nothing of it. */
export class AdministeredMember {
  constructor(
    private organizationId: string,
    private userId: string,
    private actor: User,
  ) {}

  changeRole(role: string) {
    return this.#act('member.update', async ({ member, trx, within }) => {
      if (!within.includes(role)) throw new FieldException('role', 'role_above')
      const formerRole = member.role
      if (formerRole === role) return
      await member.changeRole(role, trx)
      await record(trx, { ...this.#event, action: 'member.role_changed', metadata: { role, formerRole } })
    })
  }

  remove() {
    return this.#act('member.remove', async ({ member, trx }) => {
      await member.end(trx)
      await record(trx, { ...this.#event, action: 'member.removed', metadata: { role: member.role } })
    })
  }

  get #event() {
    return { subject: ['user', this.userId] as [string, string], organizationId: this.organizationId }
  }

  /** Roles are read again under the lock: somebody may just have lost theirs. */
  #act(permission: OrganizationPermission, act: (scene: Scene) => Promise<void>) {
    return db.transaction(async (trx) => {
      const organization = await Organization.lock(this.organizationId, trx)
      const [own, member] = [
        await this.#membershipOf(this.actor.id, trx),
        await this.#membershipOf(this.userId, trx),
      ]
      if (!can({ role: own.role, organization }, permission)) throw new ForbiddenException()
      const within = rolesWithin(own.role)
      if (!within.includes(member.role)) throw new HigherRoleException()

      await act({ member, trx, within })
      return member
    })
  }

  #membershipOf(userId: string, trx: TransactionClientContract) {
    const { organizationId } = this
    return Membership.query({ client: trx })
      .where({ organizationId, userId })
      .preload('user', withPasskeys)
      .firstOrFail()
  }
}
