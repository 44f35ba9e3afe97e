import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { askObstacles } from '#accounts/account_deletion'
import User from '#accounts/models/user'
import { Refusal } from '#core/exceptions/refusal'
import { record } from '#ledger/record'
import { erasers } from '#config/erasure'
import { languageOf } from '#accounts/reading_language'
import { speak } from '#core/language'

/**
 * The end of an account whose time has come. Its steps may be repeated: killed anywhere and run again, it comes to the
 * same end.
 */
export class Erasure {
  constructor(private userId: string) {}

  /** Everybody whose time has come, whoever waits longest first. */
  static async due() {
    const people = await User.query()
      .where('deletionDueAt', '<=', DateTime.utc().toJSDate())
      .whereNull('deletedAt')
      .orderBy('deletionDueAt')
    return people.map(({ id }) => new Erasure(id))
  }

  /** @returns false where there is nothing to do, or something stands in the way */
  async carryOut() {
    const user = await this.#begin()
    if (!user) return false
    for (const load of Object.values(erasers)) {
      const { default: erase } = await load()
      await erase(user)
    }
    await this.#finish()
    return true
  }

  /** From here on nobody is signed in and nobody can take it back. */
  #begin() {
    return db.transaction(async (trx) => {
      const user = await this.#lock(trx)
      if (!user?.deletionDueAt || user.deletedAt) return null
      if (user.deletionStartedAt) return user
      // It is told to the person, today and in the record of their account.
      const obstacle = await speak(await languageOf(user, null, trx), () => obstacleFor(user))
      if (obstacle) return this.#giveUp(user, obstacle, trx)

      user.deletionStartedAt = DateTime.utc()
      user.disabledAt ??= user.deletionStartedAt
      user.sessionEpoch += 1
      return user.save()
    })
  }

  async #giveUp(user: User, reason: string, trx: TransactionClientContract) {
    user.deletionDueAt = null
    await user.save()
    await record(trx, { action: 'user.deletion_refused', subject: ['user', user.id], metadata: { reason } })
    return null
  }

  #finish() {
    return db.transaction(async (trx) => {
      const user = await this.#lock(trx)
      if (!user || user.deletedAt) return
      await forgetRows(user, trx)
      await user
        .merge({
          email: `${user.id}@deleted.invalid`,
          fullName: 'Deleted person',
          password: null,
          avatar: null,
          role: 'user',
          emailVerifiedAt: null,
          twoFactorEnabledAt: null,
          theme: 'system',
          timeZone: 'UTC',
          language: null,
          mutedMails: [],
          deletedAt: DateTime.utc(),
        })
        .save()
      await record(trx, { action: 'user.deleted', subject: ['user', user.id] })
    })
  }

  #lock(trx: TransactionClientContract) {
    return User.query({ client: trx }).where({ id: this.userId }).forUpdate().first()
  }
}

const obstacleFor = (user: User) =>
  askObstacles(user).then(
    () => null,
    (error: unknown) => {
      if (error instanceof Refusal && error.status === 409) return error.sentence
      throw error
    },
  )

/** What the database would remove together with the person's row goes now, whichever domain's it is. */
async function forgetRows(user: User, trx: TransactionClientContract) {
  const { rows } = await trx.rawQuery<{ rows: { table: string; column: string }[] }>(`
    select class.relname as "table", attribute.attname as "column"
    from pg_constraint as reference
      join pg_class as class on class.oid = reference.conrelid
      join pg_attribute as attribute on attribute.attrelid = class.oid and attribute.attnum = reference.conkey[1]
    where reference.confrelid = 'users'::regclass and reference.contype = 'f' and reference.confdeltype = 'c'`)
  for (const { table, column } of rows) await trx.from(table).where(column, user.id).delete()
}
