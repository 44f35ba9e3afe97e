import { beforeCreate } from '@adonisjs/lucid/orm'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { uuidv7 } from 'uuidv7'
import { ContentScheduleSchema } from '#database/schema'

/** When a draft is to be published. One that could not be says why, and waits for a person. */
export default class ContentSchedule extends ContentScheduleSchema {
  static override selfAssignPrimaryKey = true

  @beforeCreate()
  static assignId(schedule: ContentSchedule) {
    schedule.id ??= uuidv7()
  }

  static of(kind: string, entryIds: string[], client?: TransactionClientContract) {
    return this.query(client && { client })
      .where({ kind })
      .whereIn('entry_id', entryIds)
  }
}
