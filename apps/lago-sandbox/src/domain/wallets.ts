import { BigNumber } from 'bignumber.js'
import { decimal, sumDecimals, toMajor } from '../billing/money.ts'
import { fromCents, fromCredits } from '../billing/wallet_credits.ts'
import type { FeeRow, InvoiceRow, WalletRow, WalletTransactionRow } from '../rows.ts'
import type { Transaction } from '../sandbox.ts'
import { serializeWallet, serializeWalletTransaction } from '../serializers/wallet.ts'
import type { FeeDraft } from './invoicing.ts'

export function walletWebhook(transaction: Transaction, type: string, { id }: WalletRow) {
  transaction.webhook(`wallet.${type}`, 'wallet', id, async () =>
    serializeWallet(transaction, await transaction.get('wallets', id)),
  )
}

export function walletTransactionWebhook(
  transaction: Transaction,
  type: string,
  { id }: WalletTransactionRow,
) {
  transaction.webhook(`wallet_transaction.${type}`, 'wallet_transaction', id, async () =>
    serializeWalletTransaction(transaction, await transaction.get('wallet_transactions', id)),
  )
}

/** Moves the balance by signed cents and the credits they stand for. */
export async function moveBalance(transaction: Transaction, wallet: WalletRow, cents: number) {
  const current = await transaction.get('wallets', wallet.id)
  const { credits } = fromCents(Math.abs(cents), decimal(current.rate_amount), current.currency)
  const balance = current.balance_cents + cents
  return transaction.update('wallets', wallet.id, {
    balance_cents: balance,
    credits_balance:
      balance === 0
        ? '0'
        : decimal(current.credits_balance)
            .plus(cents < 0 ? credits.negated() : credits)
            .toFixed(),
    last_balance_sync_at: transaction.now,
  })
}

/** How much of the invoice a wallet may pay: all of it, or the fees it is limited to, with their tax. */
function payableCents(wallet: WalletRow, drafts: FeeDraft[], rows: FeeRow[], dueCents: number) {
  const { fee_types: types, billable_metric_codes: metrics } = wallet
  if (types.length === 0 && metrics.length === 0) return dueCents
  const own = rows.filter(
    (row, index) => types.includes(row.fee_type) || metrics.includes(drafts[index]?.metricCode ?? ''),
  )
  const total = sumDecimals(
    own.map((row) =>
      decimal(row.amount_cents).minus(row.precise_coupons_amount_cents).plus(row.taxes_precise_amount_cents),
    ),
  )
  return BigNumber.min(dueCents, total.integerValue(BigNumber.ROUND_HALF_UP)).toNumber()
}

/** Granted credits are spent before bought ones. */
async function spend(transaction: Transaction, wallet: WalletRow, cents: number) {
  const sources = await transaction.query<WalletTransactionRow>(
    `select * from wallet_transactions
     where wallet_id = $1 and transaction_type = 'inbound' and status = 'settled' and remaining_amount_cents > 0
     order by (transaction_status = 'granted') desc, created_at, id`,
    [wallet.id],
  )
  let left = cents
  let grantedCents = 0
  for (const source of sources) {
    const taken = Math.min(left, source.remaining_amount_cents ?? 0)
    if (taken === 0) break
    await transaction.update('wallet_transactions', source.id, {
      remaining_amount_cents: (source.remaining_amount_cents ?? 0) - taken,
    })
    if (source.transaction_status === 'granted') grantedCents += taken
    left -= taken
  }
  return { grantedCents, purchasedCents: cents - grantedCents }
}

/** Pays what it can of an invoice from the customer's wallets, by priority, then age (CONTRACT 3.11). */
export async function useWallets(
  transaction: Transaction,
  invoice: InvoiceRow,
  drafts: FeeDraft[],
  rows: FeeRow[],
  totalCents: number,
) {
  const used = { cents: 0, grantedCents: 0, purchasedCents: 0 }
  if (totalCents <= 0) return used
  const wallets = await transaction.list(
    'wallets',
    { customer_id: invoice.customer_id, status: 'active', currency: invoice.currency },
    { order: 'priority, created_at, id' },
  )
  for (const wallet of wallets) {
    const cents = Math.min(wallet.balance_cents, payableCents(wallet, drafts, rows, totalCents - used.cents))
    if (cents <= 0) continue
    const { credits } = fromCents(cents, decimal(wallet.rate_amount), wallet.currency)
    const split = await spend(transaction, wallet, cents)
    const outbound = await transaction.insert('wallet_transactions', {
      wallet_id: wallet.id,
      invoice_id: invoice.id,
      status: 'settled',
      source: 'interval',
      transaction_status: 'invoiced',
      transaction_type: 'outbound',
      amount: toMajor(cents, wallet.currency).toFixed(),
      amount_cents: cents,
      credit_amount: credits.toFixed(),
      settled_at: transaction.now,
    })
    const moved = await moveBalance(transaction, wallet, -cents)
    await transaction.update('wallets', wallet.id, {
      consumed_credits: decimal(moved.consumed_credits).plus(credits).toFixed(),
      consumed_amount_cents: moved.consumed_amount_cents + cents,
      last_consumed_credit_at: transaction.now,
    })
    walletTransactionWebhook(transaction, 'created', outbound)
    walletWebhook(transaction, 'updated', wallet)
    used.cents += cents
    used.grantedCents += split.grantedCents
    used.purchasedCents += split.purchasedCents
  }
  return used
}

interface TopUp {
  credits: unknown
  kind: 'purchased' | 'granted' | 'voided'
  source?: string
  details?: Partial<WalletTransactionRow>
}

/** One inbound (or voiding) transaction; bought credits stay pending until their invoice is paid. */
export async function addTransaction(
  transaction: Transaction,
  wallet: WalletRow,
  { credits, kind, source = 'manual', details = {} }: TopUp,
) {
  const value = fromCredits(decimal(credits), decimal(wallet.rate_amount), wallet.currency)
  const settled = kind !== 'purchased'
  const row = await transaction.insert('wallet_transactions', {
    ...details,
    wallet_id: wallet.id,
    status: settled ? 'settled' : 'pending',
    source,
    transaction_status: kind,
    transaction_type: kind === 'voided' ? 'outbound' : 'inbound',
    amount: value.amount.toFixed(),
    amount_cents: value.cents,
    credit_amount: value.credits.toFixed(),
    remaining_amount_cents: kind === 'granted' ? value.cents : null,
    settled_at: settled ? transaction.now : null,
  })
  walletTransactionWebhook(transaction, 'created', row)
  if (kind === 'granted') await moveBalance(transaction, wallet, value.cents)
  if (kind === 'voided') {
    await spend(transaction, wallet, value.cents)
    await moveBalance(transaction, wallet, -value.cents)
  }
  return row
}

/** The invoice of a top-up was paid: its credits arrive. */
export async function settleTopUp(transaction: Transaction, invoice: InvoiceRow) {
  const pending = await transaction.list('wallet_transactions', {
    invoice_id: invoice.id,
    status: 'pending',
    transaction_type: 'inbound',
  })
  for (const row of pending) {
    const settled = await transaction.update('wallet_transactions', row.id, {
      status: 'settled',
      settled_at: transaction.now,
      remaining_amount_cents: row.amount_cents,
    })
    const wallet = await transaction.get('wallets', row.wallet_id)
    await moveBalance(transaction, wallet, row.amount_cents)
    walletTransactionWebhook(transaction, 'updated', settled)
    walletWebhook(transaction, 'updated', wallet)
  }
}

export async function failTopUp(transaction: Transaction, invoice: InvoiceRow) {
  const pending = await transaction.list('wallet_transactions', { invoice_id: invoice.id, status: 'pending' })
  for (const row of pending) {
    const failed = await transaction.update('wallet_transactions', row.id, {
      status: 'failed',
      failed_at: transaction.now,
    })
    walletTransactionWebhook(transaction, 'updated', failed)
  }
}

export async function terminateWallet(transaction: Transaction, wallet: WalletRow) {
  const terminated = await transaction.update('wallets', wallet.id, {
    status: 'terminated',
    terminated_at: transaction.now,
  })
  walletWebhook(transaction, 'terminated', wallet)
  return terminated
}

/** A voided invoice gives the credits it used back to their wallets, where those still exist. */
export async function giveBackCredits(transaction: Transaction, invoice: InvoiceRow) {
  const used = await transaction.list('wallet_transactions', {
    invoice_id: invoice.id,
    transaction_status: 'invoiced',
  })
  for (const { wallet_id, credit_amount } of used) {
    const wallet = await transaction.get('wallets', wallet_id)
    if (wallet.status !== 'active') continue
    await addTransaction(transaction, wallet, {
      credits: credit_amount,
      kind: 'granted',
      details: { voided_invoice_id: invoice.id },
    })
    walletWebhook(transaction, 'updated', wallet)
  }
}
