import { hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import { WalletSchema } from '#database/schema'
import WalletTransaction from '#billing/models/wallet_transaction'

/** Prepaid credit, as Lago has it: what an invoice comes to is taken from it first. */
export default class Wallet extends WalletSchema {
  static override selfAssignPrimaryKey = true

  @hasMany(() => WalletTransaction)
  declare transactions: HasMany<typeof WalletTransaction>

  static activeOf(organizationId: string) {
    return this.query().where({ organizationId, status: 'active' }).orderBy('created_at').orderBy('id')
  }
}
