import { LedgerEventSchema } from '#database/schema'

export default class LedgerEvent extends LedgerEventSchema {
  static override selfAssignPrimaryKey = true
}
