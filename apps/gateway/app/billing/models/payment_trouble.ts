import { beforeCreate } from '@adonisjs/lucid/orm'
import { uuidv7 } from 'uuidv7'
import { dunning } from '#config/dunning'
import { PaymentTroubleSchema } from '#database/schema'

/** A time in which an organization owes for its plan; it has at most one that is open. */
export default class PaymentTrouble extends PaymentTroubleSchema {
  static override selfAssignPrimaryKey = true

  @beforeCreate()
  static assignId(trouble: PaymentTrouble) {
    trouble.id ??= uuidv7()
  }

  static open() {
    return this.query().whereNull('resolved_at')
  }

  static openOf(organizationId: string) {
    return this.open().where({ organizationId }).first()
  }

  get suspendsAt() {
    return this.beganAt.plus({ days: dunning.graceDays })
  }
}
