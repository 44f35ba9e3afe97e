import { beforeCreate, belongsTo } from '@adonisjs/lucid/orm'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { uuidv7 } from 'uuidv7'
import { SubscriptionSchema } from '#database/schema'
import Invoice from '#billing/models/invoice'
import Plan from '#billing/models/plan'

export default class Subscription extends SubscriptionSchema {
  static override selfAssignPrimaryKey = true

  @belongsTo(() => Plan, { foreignKey: 'planCode', localKey: 'code' })
  declare plan: BelongsTo<typeof Plan>

  @beforeCreate()
  static assignId(subscription: Subscription) {
    subscription.id ??= uuidv7()
  }

  static of(organizationId: string, client?: TransactionClientContract) {
    return this.query(client && { client })
      .where({ organizationId })
      .orderBy('id', 'desc')
      .preload('plan')
  }

  /** The one that is not canceled; an organization has at most one. */
  static alive(organizationId: string, client?: TransactionClientContract) {
    return this.of(organizationId, client).whereNot('status', 'canceled').first()
  }

  /** Its unpaid bills, the oldest first. Lago gives an invoice whole seconds, a start may have milliseconds. */
  openInvoices() {
    return Invoice.open(this.organizationId).where(
      'issued_at',
      '>=',
      this.startedAt!.startOf('second').toISO()!,
    )
  }
}
