import type { LagoCurrency, LagoWallet, LagoWalletTransaction } from '#billing/lago/types'
import { client, dataOf, everyPage, LagoRefusal, orNoProvider, orNull, safe } from '#billing/lago/transport'

/** Where a top-up of ours carries its id. */
const mark = 'top_up'

/** Credit that any invoice can use; other credit may be limited to a charge. */
const isOpen = ({ applies_to: limits }: LagoWallet) =>
  !limits?.fee_types?.length && !limits?.billable_metric_codes?.length

/** The newest of a wallet: what people look at, and where a top-up that was asked for is found again. */
const transactionsOf = (walletId: string): Promise<LagoWalletTransaction[]> =>
  dataOf(client.wallets.findAllWalletTransactions(safe(walletId), { page: 1, per_page: 100 })).then(
    ({ wallet_transactions: transactions }) => transactions,
  )

const openWallets = (organizationId: string) =>
  everyPage(
    (page) => client.wallets.findAllWallets({ external_customer_id: organizationId, page }),
    (answer) => answer.wallets as LagoWallet[],
  ).then((found) => found.filter(isOpen))

export const wallets = {
  /**
   * Wallets of prepaid credit, the oldest first, each with the newest of its transactions. The balance is read after
   * them: credit that has arrived is in it, also when it arrives at this moment.
   */
  wallets: async (organizationId: string) => {
    const open = (await orNull(openWallets(organizationId))) ?? []
    if (open.length === 0) return []
    const moves = await Promise.all(
      open.map(async ({ lago_id: id }) => [id, await transactionsOf(id)] as const),
    )
    const transactions = new Map(moves)
    const all = (await openWallets(organizationId)).map((wallet) => ({
      wallet,
      transactions: transactions.get(wallet.lago_id) ?? [],
    }))
    return all.sort((one, other) => Date.parse(one.wallet.created_at) - Date.parse(other.wallet.created_at))
  },

  /** One credit is one major unit, so that credit and money read the same. */
  createWallet: (organizationId: string, currency: string) =>
    dataOf(
      client.wallets.createWallet({
        wallet: {
          external_customer_id: organizationId,
          name: 'Prepaid credit',
          rate_amount: '1',
          currency: currency as LagoCurrency,
        },
      }),
    ).then(({ wallet }) => wallet),

  /** Whether it is the transaction of this top-up. */
  isTopUp: ({ metadata }: LagoWalletTransaction, topUpId: string) =>
    metadata.some(({ key, value }) => key === mark && value === topUpId),

  /** Cannot be repeated: Lago makes a transaction and an invoice each time. */
  topUp: (wallet: LagoWallet, topUpId: string, credits: string) =>
    dataOf(
      client.walletTransactions.createWalletTransaction({
        wallet_transaction: {
          wallet_id: wallet.lago_id,
          name: 'Prepaid credit',
          paid_credits: credits,
          metadata: [{ key: mark, value: topUpId }],
        },
      }),
    ).then(({ wallet_transactions: [transaction] }) => transaction!),

  /** Null without a payment provider, and for one that has been paid. */
  async topUpUrl(transactionId: string) {
    const call = dataOf(client.walletTransactions.walletTransactionPaymentUrl(safe(transactionId)))
    const answer = await orNoProvider(call).catch((error: unknown) => {
      const paid = 'invalid_invoice_status_or_payment_status'
      if (error instanceof LagoRefusal && error.names(paid)) return null
      throw error
    })
    return answer?.wallet_transaction_payment_details?.payment_url ?? null
  },

  /** Prepaid credit that any invoice in this currency can use, in minor units. */
  prepaidCents: async (organizationId: string, currency: string) =>
    (await openWallets(organizationId))
      .filter((wallet) => wallet.status === 'active' && wallet.currency === currency)
      .reduce((sum, { balance_cents: cents }) => sum + cents, 0),
}
