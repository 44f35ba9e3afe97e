import { decimal } from '../billing/money.ts'
import { applyDiscount, type Discount } from '../billing/totals.ts'
import type { AppliedCouponRow, CouponRow, CustomerRow } from '../rows.ts'
import type { Transaction } from '../sandbox.ts'
import type { FeeDraft } from './invoicing.ts'

interface Held {
  applied: AppliedCouponRow
  coupon: CouponRow
}

/** What is left of a fixed coupon that is used once; voided invoices gave their share back. */
export async function remainingCents(transaction: Transaction, applied: AppliedCouponRow) {
  const [row] = await transaction.query<{ used: number }>(
    `select coalesce(sum(credits.amount_cents), 0)::bigint as used from credits
     join invoices on invoices.id = credits.invoice_id
     where applied_coupon_id = $1 and invoices.status <> 'voided'`,
    [applied.id],
  )
  return Math.max(0, (applied.amount_cents ?? 0) - row!.used)
}

const limit = ({ coupon }: Held) =>
  coupon.billable_metric_codes.length ? 0 : coupon.plan_codes.length ? 1 : 2

function covered({ coupon }: Held, fees: FeeDraft[]) {
  if (coupon.billable_metric_codes.length) {
    return fees.filter(({ metricCode }) => metricCode && coupon.billable_metric_codes.includes(metricCode))
  }
  if (coupon.plan_codes.length) {
    return fees.filter(({ planCode }) => planCode && coupon.plan_codes.includes(planCode))
  }
  return fees
}

async function discountOf(transaction: Transaction, { applied, coupon }: Held): Promise<Discount> {
  const once = coupon.coupon_type === 'fixed_amount' && applied.frequency === 'once'
  return {
    kind: coupon.coupon_type,
    remainingCents: once ? await remainingCents(transaction, applied) : (applied.amount_cents ?? 0),
    rate: decimal(applied.percentage_rate ?? 0),
  }
}

/** To be called when the credits are stored. Ends a coupon that has given all it had; a recurring one has one invoice less to go. */
async function countUse(transaction: Transaction, { applied, coupon }: Held) {
  const terminate = { status: 'terminated', terminated_at: transaction.now } as const
  if (applied.frequency === 'recurring') {
    const left = (applied.frequency_duration_remaining ?? 1) - 1
    await transaction.update('applied_coupons', applied.id, {
      frequency_duration_remaining: left,
      ...(left <= 0 ? terminate : {}),
    })
  } else if (applied.frequency === 'once') {
    const done = coupon.coupon_type === 'percentage' || (await remainingCents(transaction, applied)) === 0
    if (done) await transaction.update('applied_coupons', applied.id, terminate)
  }
}

/**
 * Takes the customer's coupons off the fees: limited to metrics first, then to plans, then general ones, oldest first
 * (CONTRACT 3.11).
 */
export async function useCoupons(
  transaction: Transaction,
  customer: CustomerRow,
  currency: string,
  fees: FeeDraft[],
) {
  const held: Held[] = []
  for (const applied of await transaction.list('applied_coupons', {
    customer_id: customer.id,
    status: 'active',
  })) {
    held.push({ applied, coupon: await transaction.get('coupons', applied.coupon_id) })
  }
  held.sort((a, b) => limit(a) - limit(b))

  const used: { id: string; cents: number; countUse: () => Promise<void> }[] = []
  for (const entry of held) {
    const { applied, coupon } = entry
    if (coupon.coupon_type === 'fixed_amount' && applied.amount_currency !== currency) continue
    const cents = applyDiscount(await discountOf(transaction, entry), covered(entry, fees))
    if (cents > 0) used.push({ id: applied.id, cents, countUse: () => countUse(transaction, entry) })
  }
  return used
}
