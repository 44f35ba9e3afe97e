import { creditForUnusedDays, preciseText, split } from '../billing/credit_note.ts'
import { decimal, round, sum, sumDecimals } from '../billing/money.ts'
import { dayPrice } from '../billing/plan_fee.ts'
import { daysBetween, periodAt } from '../billing/periods.ts'
import type { CustomerRow, FeeRow, PlanRow, SubscriptionRow } from '../rows.ts'
import type { Transaction } from '../sandbox.ts'
import { serializeCreditNote } from '../serializers/credit_note.ts'
import { inZone, isoDay, planSchedule, zoneOf } from './dates.ts'
import { dueCents } from './invoices.ts'
import { appliedTax, taxesByCode } from './taxes.ts'

async function creditedCents(transaction: Transaction, fee: FeeRow) {
  const items = await transaction.list('credit_note_items', { fee_id: fee.id })
  return sumDecimals(items.map(({ precise_amount_cents }) => decimal(precise_amount_cents)))
}

/** Minor units for the days of a plan fee after the subscription's end; on an upgrade that day is given back too. */
function unusedCents(
  subscription: SubscriptionRow,
  plan: PlanRow,
  fee: FeeRow,
  zone: string,
  upgrade: boolean,
) {
  const feeEnd = inZone(fee.to_datetime!, zone)
  const period = periodAt(planSchedule(subscription, plan, zone), feeEnd)
  const ended = inZone(subscription.terminated_at!, zone).startOf('day')
  const firstUnused = upgrade ? ended : ended.plus({ days: 1 })
  if (firstUnused > feeEnd) return 0
  const billedPrice = Number(fee.amount_details.plan_amount_cents ?? plan.amount_cents)
  return dayPrice(billedPrice, period) * daysBetween(firstUnused, feeEnd)
}

/** Gives back the unused days of an in-advance plan when its subscription ends (CONTRACT 3.5, 3.7, 3.8). */
export async function creditUnusedDays(
  transaction: Transaction,
  customer: CustomerRow,
  subscription: SubscriptionRow,
  plan: PlanRow,
  { upgrade = false, mode = 'credit' }: { upgrade?: boolean; mode?: 'credit' | 'refund' | 'offset' } = {},
) {
  const fee = await transaction.find(
    'fees',
    { subscription_id: subscription.id, fee_type: 'subscription' },
    'created_at desc',
  )
  if (!fee?.invoice_id || fee.amount_cents === 0) return
  const invoice = await transaction.get('invoices', fee.invoice_id)
  if (invoice.status === 'voided') return

  const zone = zoneOf(transaction, customer)
  const taxes = await taxesByCode(
    transaction,
    fee.applied_taxes.map(({ tax_code }) => tax_code),
  )
  const rates = fee.applied_taxes.map(({ tax_code, tax_rate }) => ({ code: tax_code, rate: tax_rate }))
  const credit = creditForUnusedDays(
    {
      amountCents: fee.amount_cents,
      couponsCents: decimal(fee.precise_coupons_amount_cents),
      creditedCents: await creditedCents(transaction, fee),
      taxes: rates,
    },
    unusedCents(subscription, plan, fee, zone, upgrade),
  )
  if (!credit || credit.totalCents <= 0) return

  const parts = split(credit.totalCents, mode, {
    totalCents: invoice.total_amount_cents,
    paidCents: invoice.total_paid_amount_cents,
    dueCents: await dueCents(transaction, invoice),
  })
  const sequence = (await transaction.count('credit_notes', { invoice_id: invoice.id })) + 1
  const note = await transaction.insert('credit_notes', {
    customer_id: customer.id,
    invoice_id: invoice.id,
    sequential_id: sequence,
    number: `${invoice.number}-CN${String(sequence).padStart(3, '0')}`,
    issuing_date: isoDay(inZone(transaction.now, zone)),
    credit_status: parts.creditCents > 0 ? 'available' : 'consumed',
    // The simulated provider returns money at once.
    refund_status: parts.refundCents > 0 ? 'succeeded' : null,
    reason: 'order_cancellation',
    currency: invoice.currency,
    total_amount_cents: credit.totalCents,
    precise_total_amount_cents: preciseText(credit.preciseTotal),
    sub_total_excluding_taxes_amount_cents: credit.subTotalCents,
    taxes_amount_cents: credit.taxesCents,
    precise_taxes_amount_cents: preciseText(credit.preciseTaxes),
    taxes_rate: sum(rates.map(({ rate }) => rate)),
    coupons_adjustment_amount_cents: credit.couponsCents,
    credit_amount_cents: parts.creditCents,
    refund_amount_cents: parts.refundCents,
    offset_amount_cents: parts.offsetCents,
    balance_amount_cents: parts.creditCents,
    applied_taxes: credit.taxes.flatMap(({ tax, amount }) => {
      const row = taxes.find(({ code }) => code === tax.code)
      return row ? [appliedTax(row, credit.taxable, amount, invoice.currency)] : []
    }),
  })
  await transaction.insert('credit_note_items', {
    credit_note_id: note.id,
    fee_id: fee.id,
    amount_cents: round(credit.item),
    precise_amount_cents: credit.item.toFixed(),
    amount_currency: invoice.currency,
  })
  transaction.webhook('credit_note.created', 'credit_note', note.id, async () =>
    serializeCreditNote(transaction, await transaction.get('credit_notes', note.id)),
  )
}
