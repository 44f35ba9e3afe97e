import { beforeCreate } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { uuidv7 } from 'uuidv7'
import { dunning } from '#config/dunning'
import { PaymentTroubleSchema } from '#database/schema'

type Step = { act: 'charge'; attempts: number } | { act: 'remind'; reminders: number } | { act: 'suspend' }

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

  /** What is due by then, if anything is; a mail only after a new attempt has failed. */
  stepAt(now: DateTime): Step | null {
    const days = now.diff(this.beganAt).as('days')
    const due = dunning.reminders.filter((day) => day <= days).length
    if (this.attempts < due) return { act: 'charge', attempts: due }
    if (this.reminders < due) return { act: 'remind', reminders: due }
    return days >= dunning.graceDays && !this.suspendedAt ? { act: 'suspend' } : null
  }

  get suspendsAt() {
    return this.beganAt.plus({ days: dunning.graceDays })
  }
}
