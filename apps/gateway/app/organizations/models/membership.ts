import { beforeCreate, belongsTo } from '@adonisjs/lucid/orm'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { uuidv7 } from 'uuidv7'
import User from '#accounts/models/user'
import { limits } from '#config/organizations'
import { MembershipSchema } from '#database/schema'
import {
  LastOwnerException,
  MemberLimitException,
  OrganizationLimitException,
} from '#organizations/exceptions/organization_exceptions'
import { OrganizationDisabledException } from '#organizations/exceptions/organization_disabled_exception'
import Invitation from '#organizations/models/invitation'
import Organization from '#organizations/models/organization'

/** Limits and the last owner hold because whoever changes an organization's members has locked it before. */
export default class Membership extends MembershipSchema {
  static override selfAssignPrimaryKey = true

  @belongsTo(() => Organization)
  declare organization: BelongsTo<typeof Organization>

  @belongsTo(() => User)
  declare user: BelongsTo<typeof User>

  @beforeCreate()
  static assignId(membership: Membership) {
    membership.id ??= uuidv7()
  }

  /**
   * Makes somebody a member.
   *
   * @returns null for who is one already, and stays what they are
   * @throws OrganizationDisabledException, MemberLimitException, OrganizationLimitException
   */
  static async begin(
    membership: { organizationId: string; userId: string; role: string },
    trx: TransactionClientContract,
  ) {
    const { organizationId, userId } = membership
    const { disabledAt } = await Organization.lock(organizationId, trx)
    if (await this.query({ client: trx }).where({ organizationId, userId }).first()) return null
    if (disabledAt) throw new OrganizationDisabledException()

    const members = await this.query({ client: trx }).where({ organizationId })
    if (members.length >= limits.members) throw new MemberLimitException()
    await this.keepRoom(userId, trx)
    return this.create(membership, { client: trx })
  }

  /** @throws OrganizationLimitException for who belongs to as many organizations as one person may */
  static async keepRoom(userId: string, trx: TransactionClientContract) {
    await User.query({ client: trx }).where({ id: userId }).forUpdate().firstOrFail()
    const own = await this.query({ client: trx }).where({ userId })
    if (own.length >= limits.organizations) throw new OrganizationLimitException()
  }

  /** @throws LastOwnerException */
  async changeRole(role: string, trx: TransactionClientContract) {
    if (role !== 'owner') await this.#leaveAnOwner(trx)
    this.role = role
    await this.useTransaction(trx).save()
  }

  /**
   * The invitations that they sent end with it.
   *
   * @throws LastOwnerException
   */
  async end(trx: TransactionClientContract) {
    await this.#leaveAnOwner(trx)
    await Invitation.revokeFrom(this, trx)
    await this.useTransaction(trx).delete()
  }

  /** Somebody whose account is disabled cannot look after an organization. */
  async #leaveAnOwner(trx: TransactionClientContract) {
    if (this.role !== 'owner') return
    const another = await Membership.query({ client: trx })
      .where({ organizationId: this.organizationId, role: 'owner' })
      .whereNot('id', this.id)
      .whereHas('user', (user) => user.whereNull('disabled_at'))
      .first()
    if (!another) throw new LastOwnerException()
  }
}
