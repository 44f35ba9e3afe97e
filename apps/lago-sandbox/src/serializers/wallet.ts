import { decimal, decimalText, toMajor } from '../billing/money.ts'
import { isoMillis, isoSeconds } from '../domain/dates.ts'
import type { WalletRow, WalletTransactionRow } from '../rows.ts'
import type { Transaction } from '../sandbox.ts'

export async function serializeWallet(transaction: Transaction, wallet: WalletRow) {
  const customer = await transaction.get('customers', wallet.customer_id)
  return {
    lago_id: wallet.id,
    lago_customer_id: customer.id,
    external_customer_id: customer.external_id,
    billing_entity_code: 'default',
    status: wallet.status,
    currency: wallet.currency,
    name: wallet.name,
    code: wallet.code,
    purchase_order_number: wallet.purchase_order_number,
    rate_amount: decimalText(wallet.rate_amount),
    credits_balance: decimalText(wallet.credits_balance),
    // Ongoing balances are refreshed by a premium job only; without it they stay at the last sync.
    credits_ongoing_balance: decimalText(wallet.credits_balance),
    credits_ongoing_usage_balance: '0.0',
    balance_cents: wallet.balance_cents,
    ongoing_balance_cents: wallet.balance_cents,
    ongoing_usage_balance_cents: 0,
    consumed_credits: decimalText(wallet.consumed_credits),
    created_at: isoSeconds(wallet.created_at),
    expiration_at: isoSeconds(wallet.expiration_at),
    last_balance_sync_at: isoSeconds(wallet.last_balance_sync_at),
    last_consumed_credit_at: isoSeconds(wallet.last_consumed_credit_at),
    terminated_at: isoMillis(wallet.terminated_at),
    invoice_requires_successful_payment: wallet.invoice_requires_successful_payment,
    paid_top_up_min_amount_cents: wallet.paid_top_up_min_amount_cents,
    paid_top_up_max_amount_cents: wallet.paid_top_up_max_amount_cents,
    priority: wallet.priority,
    recurring_transaction_rules: [],
    applies_to: {
      fee_types: wallet.fee_types,
      billable_metric_codes: wallet.billable_metric_codes,
    },
    payment_method: { payment_method_id: null, payment_method_type: 'provider' },
  }
}

export async function serializeWalletTransaction(transaction: Transaction, row: WalletTransactionRow) {
  const wallet = await transaction.get('wallets', row.wallet_id)
  const remaining = row.remaining_amount_cents
  return {
    lago_id: row.id,
    lago_wallet_id: row.wallet_id,
    lago_invoice_id: row.invoice_id,
    lago_credit_note_id: row.credit_note_id,
    lago_voided_invoice_id: row.voided_invoice_id,
    billing_entity_code: 'default',
    status: row.status,
    source: row.source,
    transaction_status: row.transaction_status,
    transaction_type: row.transaction_type,
    amount: decimalText(row.amount),
    credit_amount: decimalText(row.credit_amount),
    remaining_amount_cents: remaining,
    remaining_credit_amount:
      remaining === null
        ? null
        : decimalText(decimal(toMajor(remaining, wallet.currency)).div(wallet.rate_amount).dp(5)),
    priority: 50,
    settled_at: isoSeconds(row.settled_at),
    failed_at: isoSeconds(row.failed_at),
    created_at: isoSeconds(row.created_at),
    invoice_requires_successful_payment: row.invoice_requires_successful_payment,
    metadata: row.metadata,
    name: row.name,
    purchase_order_number: null,
    payment_method: { payment_method_id: null, payment_method_type: 'provider' },
  }
}
