import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import '#billing/ledger'
import BillingCustomer from '#billing/models/billing_customer'
import Wallet from '#billing/models/wallet'
import WalletTransaction from '#billing/models/wallet_transaction'
import { record } from '#ledger/record'

/** Whoever has never had credit has none that could run low. */
const everHeld = (client: TransactionClientContract, organizationId: string) =>
  WalletTransaction.of(organizationId)
    .useTransaction(client)
    .where('wallet_transactions.status', 'settled')
    .first()

/**
 * Notices when the prepaid credit falls below what an organization wants to be warned of, once until it has risen again.
 * Part of reading the mirror.
 */
export async function watchBalance(client: TransactionClientContract, organizationId: string) {
  const customer = await BillingCustomer.query({ client }).where({ organizationId }).forUpdate().first()
  const wallets = await Wallet.activeOf(organizationId).useTransaction(client)
  if (!customer) return
  const balance = wallets.reduce((sum, { balanceCents }) => sum + balanceCents, 0)
  const { lowBalanceCents, balanceIsLow } = customer
  const isBelow = wallets.length > 0 && lowBalanceCents !== null && balance < lowBalanceCents
  const isLow = isBelow && (await everHeld(client, organizationId)) !== null
  if (isLow === balanceIsLow) return

  await customer.merge({ balanceIsLow: isLow }).save()
  if (!isLow) return
  const [{ id, currency }] = wallets as [Wallet]
  await record(client, {
    action: 'wallet.low',
    subject: ['wallet', id],
    organizationId,
    metadata: { totalCents: balance, currency, lowBalanceCents: lowBalanceCents! },
  })
}
