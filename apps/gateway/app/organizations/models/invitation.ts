import { createHash, randomBytes } from 'node:crypto'
import { beforeCreate, belongsTo } from '@adonisjs/lucid/orm'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { DateTime } from 'luxon'
import { uuidv7 } from 'uuidv7'
import { DeadLinkException } from '#accounts/exceptions/dead_link_exception'
import User from '#accounts/models/user'
import { InvitationSchema } from '#database/schema'
import { record } from '#ledger/record'
import Organization from '#organizations/models/organization'

const lifetime = { days: 7 }

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url')

/**
 * Somebody's word that whoever reads the mails of an address may become a member. The database knows the hash alone of the
 * secret that was mailed last; it works once, for a week.
 */
export default class Invitation extends InvitationSchema {
  static override selfAssignPrimaryKey = true

  @belongsTo(() => Organization)
  declare organization: BelongsTo<typeof Organization>

  @belongsTo(() => User, { foreignKey: 'invitedBy' })
  declare inviter: BelongsTo<typeof User>

  @beforeCreate()
  static assignId(invitation: Invitation) {
    invitation.id ??= uuidv7()
  }

  /** Those that wait for an answer, the latest first; expired ones too, for they can be sent again. */
  static pendingIn(organizationId: string, trx?: TransactionClientContract) {
    return this.query({ client: trx })
      .where({ organizationId })
      .whereNull('acceptedAt')
      .orderBy('id', 'desc')
      .preload('inviter')
  }

  /** @throws DeadLinkException */
  static async bySecret(secret: string) {
    const invitation = await this.query()
      .where('hash', hashOf(secret))
      .preload('organization')
      .preload('inviter')
      .first()
    return living(invitation)
  }

  /**
   * Uses an invitation up, in the transaction of what it is used for: of many at once, one succeeds. The organization is
   * locked before it, as by everybody who changes its members.
   *
   * @throws DeadLinkException
   */
  static async redeem(secret: string, trx: TransactionClientContract) {
    const { id, organizationId } = await this.bySecret(secret)
    const organization = await Organization.query({ client: trx })
      .where({ id: organizationId })
      .forUpdate()
      .first()
    const invitation = living(await this.query({ client: trx }).where({ id }).forUpdate().first())
    if (!organization || invitation.hash !== hashOf(secret)) throw new DeadLinkException('E_LINK_UNKNOWN')
    await invitation.merge({ acceptedAt: DateTime.utc() }).save()
    return { invitation, organization }
  }

  /** What somebody sent and nobody has answered is worth nothing once they are gone from there, or altogether. */
  static async revokeFrom(
    sender: { userId: string; organizationId?: string },
    trx: TransactionClientContract,
  ) {
    const { userId, organizationId } = sender
    const pending = await this.query({ client: trx })
      .where({ invitedBy: userId, ...(organizationId && { organizationId }) })
      .whereNull('acceptedAt')
      .orderBy('id')
      .forUpdate()
    for (const invitation of pending) await invitation.revoke(trx)
  }

  async revoke(trx: TransactionClientContract) {
    const { id, email, role, organizationId } = this
    await this.useTransaction(trx).delete()
    await record(trx, {
      action: 'member.invitation_revoked',
      subject: ['invitation', id],
      organizationId,
      metadata: { email, role },
    })
  }

  get isExpired() {
    return this.expiresAt <= DateTime.utc()
  }

  /** @returns the secret to put into the mail; nobody can read it again, and the one before works no more */
  async issue(trx: TransactionClientContract) {
    const secret = randomBytes(32).toString('base64url')
    this.hash = hashOf(secret)
    await this.useTransaction(trx).save()
    return secret
  }

  /** From now on it is good for a week. */
  renew() {
    this.sentAt = DateTime.utc()
    this.expiresAt = DateTime.utc().plus(lifetime)
    return this
  }

  /** An answered or expired one is kept for a while, so that whoever opens its link is told what became of it. */
  static forgetOld() {
    return db
      .from('invitations')
      .where('expires_at', '<', DateTime.utc().minus({ days: 30 }).toJSDate())
      .delete()
  }
}

function living(invitation: Invitation | null) {
  if (!invitation) throw new DeadLinkException('E_LINK_UNKNOWN')
  if (invitation.acceptedAt) throw new DeadLinkException('E_LINK_USED')
  if (invitation.isExpired) throw new DeadLinkException('E_LINK_EXPIRED')
  return invitation
}
