import { decimal, toMajor, ZERO } from '../billing/money.ts'
import { isCreditAmount } from '../billing/wallet_credits.ts'
import { isBlank, records, text, type Params, type Problems } from '../http.ts'
import type { CustomerRow, WalletRow, WalletTransactionRow } from '../rows.ts'
import type { Transaction } from '../sandbox.ts'
import { inZone, zoneOf } from './dates.ts'
import { createInvoice } from './invoicing.ts'
import { addTransaction } from './wallets.ts'

/** Bought credits come with an invoice without tax; they arrive when it is paid (CONTRACT 2.11). */
async function purchase(
  transaction: Transaction,
  customer: CustomerRow,
  wallet: WalletRow,
  credits: unknown,
  details: Partial<WalletTransactionRow>,
) {
  const row = await addTransaction(transaction, wallet, { credits, kind: 'purchased', details })
  const invoice = await createInvoice(transaction, {
    customer,
    type: 'credit',
    currency: wallet.currency,
    day: inZone(transaction.now, zoneOf(transaction, customer)),
    fees: [
      {
        amountCents: row.amount_cents,
        couponsCents: ZERO,
        taxes: [],
        row: {
          wallet_transaction_id: row.id,
          fee_type: 'credit',
          item: {
            type: 'credit',
            code: 'prepaid-credits',
            name: row.name ?? 'Prepaid credits',
            description: 'Prepaid credits',
            invoice_display_name: row.name ?? 'Prepaid credits',
            filters: null,
            filter_invoice_display_name: null,
            lago_item_id: row.id,
            item_type: 'WalletTransaction',
            grouped_by: {},
          },
          units: row.credit_amount,
          precise_unit_amount: decimal(wallet.rate_amount).toFixed(),
          precise_amount: toMajor(row.amount_cents, wallet.currency).toFixed(),
        },
      },
    ],
    webhook: 'invoice.paid_credit_added',
  })
  return transaction.update('wallet_transactions', row.id, { invoice_id: invoice.id })
}

export interface TopUpParams {
  paid: unknown
  granted: unknown
  voided?: unknown
}

const wanted = (value: unknown) => !isBlank(value) && decimal(value).gt(0)

export function creditProblems(problems: Problems, { paid, granted, voided }: TopUpParams) {
  for (const [name, value] of Object.entries({ paid, granted, voided })) {
    if (isBlank(value) || isCreditAmount(value)) continue
    problems.add(`${name}_credits`, `invalid_${name}_credits`)
    problems.add(`${name}_credits`, 'invalid_amount')
  }
}

/** One transaction per kind that was asked for; both paid and granted credits are added when both are sent. */
export async function topUp(
  transaction: Transaction,
  customer: CustomerRow,
  wallet: WalletRow,
  { paid, granted, voided }: TopUpParams,
  params: Params = {},
) {
  const details: Partial<WalletTransactionRow> = {
    name: text(params.name),
    metadata: records(params.metadata),
    invoice_requires_successful_payment:
      transaction.premium && params.invoice_requires_successful_payment === true,
  }
  const rows: WalletTransactionRow[] = []
  if (wanted(paid)) rows.push(await purchase(transaction, customer, wallet, paid, details))
  if (wanted(granted)) {
    rows.push(await addTransaction(transaction, wallet, { credits: granted, kind: 'granted', details }))
  }
  if (wanted(voided)) {
    rows.push(await addTransaction(transaction, wallet, { credits: voided, kind: 'voided', details }))
  }
  return rows
}
