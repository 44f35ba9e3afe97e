import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { LastWayInException } from '#accounts/exceptions/identity_exceptions'
import User from '#accounts/models/user'
import { PasskeySchema } from '#database/schema'
import { record } from '#ledger/record'

/** A key in somebody's device, of which we know the public half. */
export default class Passkey extends PasskeySchema {
  static override selfAssignPrimaryKey = true

  static of(user: User) {
    return this.query().where({ userId: user.id }).orderBy('createdAt').orderBy('id')
  }

  /** Removes all of a person, and says how many that were. Whoever calls it has locked the person, and records why. */
  static async forgetOf({ id: userId }: User, trx: TransactionClientContract) {
    const removed = await this.query({ client: trx }).where({ userId }).delete()
    return Number(removed[0])
  }

  async rename(name: string) {
    await db.transaction(async (trx) => {
      this.useTransaction(trx)
      this.name = name
      await this.save()
      await record(trx, {
        action: 'user.passkey_renamed',
        subject: ['user', this.userId],
        metadata: { name },
      })
    })
    return this
  }

  /** @throws LastWayInException when the person could not sign in any more */
  async remove() {
    const { userId, name } = this
    await db.transaction(async (trx) => {
      // Of two that are removed at the same moment, the second sees the first gone.
      const user = await User.query({ client: trx }).where({ id: userId }).forUpdate().firstOrFail()
      await this.useTransaction(trx).delete()
      if (!(await user.hasWayIn(trx))) throw new LastWayInException()
      await record(trx, { action: 'user.passkey_removed', subject: ['user', userId], metadata: { name } })
    })
  }
}
