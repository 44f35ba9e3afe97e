import hash from '@adonisjs/core/services/hash'
import logger from '@adonisjs/core/services/logger'
import { beforeCreate, beforeSave } from '@adonisjs/lucid/orm'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { maximumLength as max, minimumLength as min, weaknessOf } from '@gantry/password-rule'
import { DateTime } from 'luxon'
import { uuidv7 } from 'uuidv7'
import { type GuardedAct, unverifiedMayNot } from '#config/accounts'
import type { OptionalMail } from '#config/mail_kinds'
import { FieldException } from '#core/exceptions/field_exception'
import { removeAvatar } from '#core/uploads/avatar'
import { UserSchema } from '#database/schema'
import { record } from '#ledger/record'

declare module '#ledger/record' {
  export interface Actions {
    'user.avatar_changed': object
    'user.avatar_removed': object
  }
}

/** Compared against when nobody has the given address, so that both cases cost one hash. */
let nobody: Promise<string> | undefined

export default class User extends UserSchema {
  static override selfAssignPrimaryKey = true

  @beforeCreate()
  static assignDefaults(user: User) {
    user.id ??= uuidv7()
    user.role ??= 'user'
    user.sessionEpoch ??= 0
    user.theme ??= 'system'
    user.timeZone ??= 'UTC'
    user.language ??= null
    user.mutedMails ??= []
  }

  @beforeSave()
  static async hashPassword(user: User) {
    if (user.$dirty.password && user.password) user.password = await hash.make(user.password)
  }

  static async findByCredentials(email: string, password: string) {
    const user = await this.findBy({ email })
    const hashed = user?.password ?? (await (nobody ??= hash.make(uuidv7())))
    const isMatch = await hash.verify(hashed, password)
    return user && isMatch && !user.disabledAt ? user : null
  }

  /** False for whoever signs in some other way and has no password at all. */
  async isPassword(password: string) {
    return this.password !== null && hash.verify(this.password, password)
  }

  /** Whether anything but a mail would let this person in again. */
  async hasWayIn(trx: TransactionClientContract) {
    if (this.password !== null) return true
    const isOwn = { user_id: this.id }
    const other = await trx.from('passkeys').where(isOwn).first()
    return Boolean(other ?? (await trx.from('identities').where(isOwn).first()))
  }

  /** What is kept from this person until they have confirmed their e-mail address. */
  get restrictions(): GuardedAct[] {
    return this.emailVerifiedAt ? [] : [...unverifiedMayNot]
  }

  /** Whether a kind of mail that one can do without is welcome. */
  wants(kind: OptionalMail) {
    return !this.mutedMails.includes(kind)
  }

  get hasTwoFactor() {
    return Boolean(this.twoFactorEnabledAt)
  }

  /** Whether they have one at all; read with the person by `withPasskeys`. */
  get hasSecondFactor() {
    return this.hasTwoFactor || this.$extras.has_passkey === true
  }

  /** What this person may prove themselves by, after their password. */
  async secondFactors() {
    return ['totp' as const, 'recovery_code' as const]
  }

  /** Whoever has followed a link in a mail reads what is sent to this address. */
  async confirmAddress(trx: TransactionClientContract) {
    if (this.emailVerifiedAt) return
    this.useTransaction(trx)
    this.emailVerifiedAt = DateTime.utc()
    await this.save()
    await record(trx, { action: 'user.email_verified', subject: ['user', this.id], actorId: this.id })
  }

  /**
   * A new password ends every session and token that was begun with the old one, and every link that lets in or takes
   * the account away.
   *
   * @throws FieldException for one that is made of the person's own name or address
   */
  async changePassword(password: string, client: Pick<TransactionClientContract, 'transaction'> = db) {
    const weakness = weaknessOf(password, this)
    if (weakness) throw new FieldException('password', `${weakness}Password`, { min, max })
    await client.transaction(async (trx) => {
      this.useTransaction(trx)
      this.password = password
      this.sessionEpoch += 1
      await this.save()
      await trx
        .from('account_tokens')
        .where('user_id', this.id)
        .whereIn('purpose', ['password_reset', 'magic_link', 'email_change'])
        .whereNull('used_at')
        .delete()
      await record(trx, { action: 'user.password_changed', subject: ['user', this.id], actorId: this.id })
    })
  }

  /** Ends every session and every token, on all devices. */
  async endSessions() {
    await db.transaction(async (trx) => {
      this.useTransaction(trx)
      this.sessionEpoch += 1
      await this.save()
      await record(trx, { action: 'user.sessions_ended', subject: ['user', this.id] })
    })
  }

  async updateProfile(profile: { fullName: string }) {
    await db.transaction(async (trx) => {
      this.useTransaction(trx)
      this.fullName = profile.fullName
      await this.save()
      await record(trx, { action: 'user.profile_updated', subject: ['user', this.id], metadata: profile })
    })
    return this
  }

  /** What was there before goes once the new one counts; what fails then is swept away later. */
  async changeAvatar(avatar: string | null) {
    const previous = this.avatar
    if (previous === avatar) return
    await db.transaction(async (trx) => {
      this.useTransaction(trx)
      this.avatar = avatar
      await this.save()
      const action = avatar === null ? 'user.avatar_removed' : 'user.avatar_changed'
      await record(trx, { action, subject: ['user', this.id] })
    })
    await removeAvatar(previous).catch((err: unknown) => logger.warn({ err }, 'avatar not removed'))
  }
}
