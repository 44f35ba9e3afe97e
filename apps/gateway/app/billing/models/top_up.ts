import { beforeCreate } from '@adonisjs/lucid/orm'
import { DateTime } from 'luxon'
import { uuidv7 } from 'uuidv7'
import { IdempotencyConflictException } from '#core/exceptions/idempotency_exception'
import { TopUpSchema } from '#database/schema'

/** For so long Lago may still be busy with what it did not answer. */
const patience = { seconds: 30 }

/** Credit that somebody wants to buy, remembered before Lago is asked, so that it is asked once. */
export default class TopUp extends TopUpSchema {
  static override selfAssignPrimaryKey = true

  @beforeCreate()
  static assignId(topUp: TopUp) {
    topUp.id ??= uuidv7()
  }

  /**
   * The one that a request means: that of its key, or one over the same amount that is not paid yet.
   *
   * @throws IdempotencyConflictException when its key was used for another amount
   */
  static async meant(organizationId: string, amountCents: number, key?: string) {
    const own = key ? await this.query().where({ organizationId, key }).first() : null
    if (own && own.amountCents !== amountCents) throw new IdempotencyConflictException()
    return own ?? this.#unpaid(organizationId, amountCents)
  }

  static #unpaid(organizationId: string, amountCents: number) {
    return this.query()
      .select('top_ups.*')
      .leftJoin('wallet_transactions', 'wallet_transactions.id', 'transaction_id')
      .where({ organization_id: organizationId, 'top_ups.amount_cents': amountCents })
      .where((open) => open.whereNull('transaction_id').orWhere('wallet_transactions.status', 'pending'))
      .whereRaw("top_ups.created_at > now() - interval '1 day'")
      .orderBy('top_ups.created_at', 'desc')
      .first()
  }

  /** Asked for, without an answer, a moment ago: it may still happen. */
  get isUnclear() {
    return this.askedAt ? this.askedAt.plus(patience) > DateTime.utc() : false
  }
}
