import db from '@adonisjs/lucid/services/db'
import '#billing/ledger'
import { currencyOf } from '#billing/currency'
import BillingCustomer from '#billing/models/billing_customer'
import Wallet from '#billing/models/wallet'
import WalletTransaction from '#billing/models/wallet_transaction'
import { watchBalance } from '#billing/wallet/balance_watch'
import { record } from '#ledger/record'

/** The prepaid credit of an organization, from our copy. */
export class PrepaidCredit {
  private constructor(
    readonly currency: string,
    readonly balanceCents: number,
    readonly lowBalanceCents: number | null,
    readonly isLow: boolean,
    readonly transactions: WalletTransaction[],
  ) {}

  static async of(organizationId: string) {
    const [{ currency }, customer, wallets, transactions] = await Promise.all([
      currencyOf(organizationId),
      BillingCustomer.find(organizationId),
      Wallet.activeOf(organizationId),
      WalletTransaction.of(organizationId).limit(50),
    ])
    return new PrepaidCredit(
      currency,
      wallets.reduce((sum, { balanceCents }) => sum + balanceCents, 0),
      customer?.lowBalanceCents ?? null,
      customer?.balanceIsLow ?? false,
      transactions,
    )
  }

  /** @param lowBalanceCents null turns the warning off */
  static async warnBelow(organizationId: string, lowBalanceCents: number | null) {
    const { currency } = await currencyOf(organizationId)
    await db.transaction(async (client) => {
      await client
        .knexQuery()
        .table('billing_customers')
        .insert({ organization_id: organizationId })
        .onConflict()
        .ignore()
      const customer = await BillingCustomer.query({ client })
        .where({ organizationId })
        .forUpdate()
        .firstOrFail()
      if (customer.lowBalanceCents === lowBalanceCents) return
      await customer.merge({ lowBalanceCents }).save()
      await record(client, {
        action: 'wallet.warning_changed',
        subject: ['organization', organizationId],
        organizationId,
        metadata: { lowBalanceCents, currency },
      })
      await watchBalance(client, organizationId)
    })
    return this.of(organizationId)
  }
}
