import { WalletTransactionSchema } from '#database/schema'

export default class WalletTransaction extends WalletTransactionSchema {
  static override selfAssignPrimaryKey = true

  /** The newest first, of all wallets that the organization has had. */
  static of(organizationId: string) {
    return this.query()
      .select('wallet_transactions.*')
      .join('wallets', 'wallets.id', 'wallet_id')
      .where('wallets.organization_id', organizationId)
      .orderBy('wallet_transactions.created_at', 'desc')
      .orderBy('wallet_transactions.id', 'desc')
  }
}
