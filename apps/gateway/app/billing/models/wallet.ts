import { WalletSchema } from '#database/schema'

/** Prepaid credit, as Lago has it: what an invoice comes to is taken from it first. */
export default class Wallet extends WalletSchema {
  static override selfAssignPrimaryKey = true

  static activeOf(organizationId: string) {
    return this.query().where({ organizationId, status: 'active' }).orderBy('created_at').orderBy('id')
  }
}
