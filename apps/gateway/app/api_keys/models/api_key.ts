import { beforeCreate, belongsTo } from '@adonisjs/lucid/orm'
import db from '@adonisjs/lucid/services/db'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { DateTime } from 'luxon'
import { uuidv7 } from 'uuidv7'
import '#api_keys/ledger'
import User from '#accounts/models/user'
import { ApiKeyLimitException } from '#api_keys/exceptions/api_key_limit_exception'
import { isSecret, newSecret, prefixOf } from '#api_keys/secret'
import { limits } from '#config/api_keys'
import type { OrganizationPermission } from '#config/permissions'
import { ApiKeySchema } from '#database/schema'
import { record } from '#ledger/record'
import Membership from '#organizations/models/membership'
import Organization from '#organizations/models/organization'

export interface ApiKeyDraft {
  name: string
  scopes: OrganizationPermission[]
  perMinute: number
  expiresInDays: number | null
}

/**
 * Lets a program act for the member who created it, in one organization, as far as its scopes and that member's role both
 * allow. It ends when it is revoked, when its time is over, and when its creator stops being a member.
 */
export default class ApiKey extends ApiKeySchema {
  static override selfAssignPrimaryKey = true

  @belongsTo(() => User, { foreignKey: 'createdBy' })
  declare creator: BelongsTo<typeof User>

  @beforeCreate()
  static assignId(key: ApiKey) {
    key.id ??= uuidv7()
  }

  /** Those of an organization that nobody has revoked, the latest first; expired ones too, until somebody does. */
  static of(organizationId: string) {
    return this.query()
      .where({ organizationId })
      .whereNull('revokedAt')
      .orderBy('id', 'desc')
      .preload('creator')
  }

  /** The key that this is the secret of, whatever has become of it; null where nobody has such a key. */
  static async bySecret(text: string) {
    const prefix = prefixOf(text)
    if (!prefix) return null
    const key = await this.query().where({ prefix }).preload('creator').first()
    return isSecret(text, key?.hash) ? key : null
  }

  /**
   * @returns the key, and its secret, which nobody can read again
   * @throws ApiKeyLimitException
   */
  static issue(organizationId: string, creator: User, { expiresInDays, ...draft }: ApiKeyDraft) {
    const { text, ...kept } = newSecret()
    return db.transaction(async (trx) => {
      await Organization.lock(organizationId, trx)
      const membership = await Membership.query({ client: trx })
        .where({ organizationId, userId: creator.id })
        .firstOrFail()
      const others = await this.query({ client: trx }).where({ organizationId }).whereNull('revokedAt')
      if (others.length >= limits.keys) throw new ApiKeyLimitException()

      const expiresAt = expiresInDays === null ? null : DateTime.utc().plus({ days: expiresInDays })
      const owner = { organizationId, membershipId: membership.id, createdBy: creator.id }
      const key = await this.create({ ...owner, ...draft, ...kept, expiresAt, calls: 0 }, { client: trx })
      await record(trx, {
        ...key.#event,
        action: 'api_key.created',
        metadata: { ...draft, expiresAt: expiresAt?.toISO() ?? null },
      })
      return { key, secret: text }
    })
  }

  get isExpired() {
    return this.expiresAt !== null && this.expiresAt <= DateTime.utc()
  }

  /** Whether the member it acts for is there to act. */
  get isOrphan() {
    return this.membershipId === null || this.creator.disabledAt !== null
  }

  /** From the next request on it is refused. */
  async revoke() {
    await db.transaction(async (trx) => {
      this.revokedAt = DateTime.utc()
      await this.useTransaction(trx).save()
      await record(trx, { ...this.#event, action: 'api_key.revoked', metadata: { name: this.name } })
    })
  }

  get isLive() {
    return this.revokedAt === null && !this.isExpired && !this.isOrphan
  }

  get #event() {
    return { subject: ['api_key', this.id] as [string, string], organizationId: this.organizationId }
  }
}
