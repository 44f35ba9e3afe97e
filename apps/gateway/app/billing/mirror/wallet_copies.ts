import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import '#billing/ledger'
import type { lago, LagoWallet, LagoWalletTransaction } from '#billing/lago'
import { time } from '#billing/mirror/time'
import Wallet from '#billing/models/wallet'
import WalletTransaction from '#billing/models/wallet_transaction'
import { inMinor } from '#billing/wording'
import { record } from '#ledger/record'

type Source = Awaited<ReturnType<typeof lago.wallets>>[number]

/** Our copy of prepaid credit, and of what came in and went out of it. */
export class WalletCopies {
  constructor(
    private trx: TransactionClientContract,
    private organizationId: string,
  ) {}

  async bringUpToDate(sources: Source[]) {
    const { trx: client, organizationId } = this
    const wallets = await Wallet.query({ client }).where({ organizationId })
    const ids = sources.flatMap(({ transactions }) => transactions.map(({ lago_id: id }) => id))
    const known = await WalletTransaction.of(organizationId)
      .useTransaction(client)
      .whereIn('wallet_transactions.id', ids)
    for (const { wallet: source, transactions } of sources) {
      const wallet = wallets.find(({ id }) => id === source.lago_id) ?? new Wallet()
      await this.#take(wallet, source).useTransaction(client).save()
      // Lago lists the newest first; the ledger tells them in the order in which they came.
      for (const one of transactions.toReversed()) await this.#copy(one, wallet, known)
    }
  }

  #take(
    wallet: Wallet,
    { lago_id: id, status, currency, balance_cents: balanceCents, ...source }: LagoWallet,
  ) {
    const { organizationId } = this
    return wallet.merge({
      id,
      organizationId,
      status,
      currency,
      balanceCents,
      createdAt: time(source.created_at),
    })
  }

  async #copy(source: LagoWalletTransaction, { id: walletId, currency }: Wallet, known: WalletTransaction[]) {
    const transaction = known.find(({ id }) => id === source.lago_id) ?? new WalletTransaction()
    const before = transaction.$isPersisted ? transaction.status : null
    const amount = inMinor(source.amount, currency)
    const amountCents = source.transaction_type === 'outbound' ? -amount : amount
    await transaction
      .merge({
        id: source.lago_id,
        walletId,
        kind: source.transaction_status,
        status: source.status,
        amountCents,
        invoiceId: source.lago_invoice_id,
        createdAt: time(source.created_at),
        settledAt: time(source.settled_at),
      })
      .useTransaction(this.trx)
      .save()
    if (amountCents > 0 && source.status === 'settled' && before !== 'settled') {
      await this.#record(walletId, { totalCents: amountCents, currency })
    }
  }

  #record(walletId: string, metadata: { totalCents: number; currency: string }) {
    const { trx, organizationId } = this
    return record(trx, {
      action: 'wallet.topped_up',
      organizationId,
      subject: ['wallet', walletId],
      metadata,
    })
  }
}
