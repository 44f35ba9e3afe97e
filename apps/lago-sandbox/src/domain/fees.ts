import { randomUUID } from 'node:crypto'
import { round, sum, toMajor, toMinor, ZERO } from '../billing/money.ts'
import { planFee } from '../billing/plan_fee.ts'
import { minimumOf } from '../billing/minimums.ts'
import { shareOf, type Window } from '../billing/aggregation.ts'
import { price } from '../billing/charge_models.ts'
import type { EventRow, PlanRow, SubscriptionRow } from '../rows.ts'
import { commitmentFee } from './commitments.ts'
import { inZone, trialEnd } from './dates.ts'
import { type FeeDraft, itemOf, type Payer } from './invoicing.ts'
import type { Bill } from './subscription_billing.ts'
import { applicableTaxes } from './taxes.ts'
import { chargesOf, chargeUsage, type ChargeUsage } from './usage.ts'

async function planFees({ transaction, customer, zone }: Payer, bill: Bill): Promise<FeeDraft[]> {
  const { subscription, plan, fee } = bill
  if (!fee) return []
  const end = await trialEnd(transaction, subscription, plan)
  const amountCents = planFee({
    amountCents: plan.amount_cents,
    ...fee,
    trialEndsAt: end && inZone(end, zone),
  })
  return [
    {
      amountCents,
      couponsCents: ZERO,
      taxes: await applicableTaxes(transaction, customer, plan.tax_codes),
      planCode: plan.code,
      row: {
        subscription_id: subscription.id,
        fee_type: 'subscription',
        item: itemOf({
          type: 'subscription',
          code: plan.code,
          name: plan.name,
          description: plan.description,
          invoice_display_name: plan.invoice_display_name ?? plan.name,
          lago_item_id: subscription.id,
          item_type: 'Subscription',
        }),
        units: '1',
        precise_unit_amount: toMajor(amountCents, plan.amount_currency).toFixed(),
        amount_details: { plan_amount_cents: plan.amount_cents },
        pay_in_advance: plan.pay_in_advance,
        from_datetime: fee.from.toJSDate(),
        to_datetime: fee.to.endOf('day').toJSDate(),
      },
    },
  ]
}

/** A fee for metered usage; `usage` says what it costs. */
export async function chargeFee(
  { transaction, customer }: Payer,
  subscription: SubscriptionRow,
  plan: PlanRow,
  { charge, metric, filter, usage, amount, amountCents }: ChargeUsage,
  window: Window,
): Promise<FeeDraft> {
  const units = usage.fullUnits ?? usage.units
  return {
    amountCents,
    couponsCents: ZERO,
    taxes: await applicableTaxes(transaction, customer, charge.tax_codes, plan.tax_codes),
    planCode: plan.code,
    metricCode: metric.code,
    row: {
      subscription_id: subscription.id,
      charge_id: charge.id,
      charge_filter_id: filter?.id ?? null,
      fee_type: 'charge',
      item: itemOf({
        type: 'charge',
        code: metric.code,
        name: metric.name,
        description: metric.description,
        invoice_display_name: charge.invoice_display_name ?? metric.name,
        filters: filter?.values ?? null,
        filter_invoice_display_name: filter?.invoice_display_name ?? null,
        lago_item_id: metric.id,
        item_type: 'BillableMetric',
      }),
      units: units.toFixed(),
      total_aggregated_units: units.toFixed(),
      events_count: usage.eventsCount,
      precise_amount: amount.toFixed(),
      precise_unit_amount: units.isZero() ? '0' : amount.div(units).toFixed(),
      pay_in_advance: charge.pay_in_advance,
      invoiceable: charge.invoiceable,
      from_datetime: window.from,
      to_datetime: window.to,
    },
  }
}

/** Lifts the fees of one charge to its minimum; the fee it belongs to stays even when it is 0 (CONTRACT 3.12). */
function trueUpFee(
  { charge, filter }: ChargeUsage,
  fees: FeeDraft[],
  own: FeeDraft,
  { window, currency }: { window: Window; currency: string },
) {
  const used = sum(fees.map(({ amountCents }) => amountCents))
  const missing = minimumOf(charge.min_amount_cents, window) - used
  if (charge.min_amount_cents === 0 || filter !== null || missing <= 0) return []
  own.row.id ??= randomUUID()
  const amountCents = round(missing)
  const amount = toMajor(amountCents, currency).toFixed()
  const row = {
    ...own.row,
    id: randomUUID(),
    true_up_parent_fee_id: own.row.id,
    units: '1',
    total_aggregated_units: '1',
    events_count: 0,
    precise_amount: amount,
    precise_unit_amount: amount,
  }
  return [{ ...own, amountCents, row }]
}

async function usageFees(payer: Payer, { subscription, plan, charges: window }: Bill): Promise<FeeDraft[]> {
  if (!window) return []
  const drafts: FeeDraft[] = []
  for (const charge of await chargesOf(payer.transaction, plan)) {
    if (charge.pay_in_advance) continue
    const usages = await chargeUsage(payer.transaction, subscription, plan, charge, window)
    const fees: FeeDraft[] = []
    for (const usage of usages) fees.push(await chargeFee(payer, subscription, plan, usage, window))
    const trueUps = usages.flatMap((usage, index) =>
      trueUpFee(usage, fees, fees[index]!, { window, currency: plan.amount_currency }),
    )
    const parents = new Set(trueUps.map(({ row }) => row.true_up_parent_fee_id))
    const kept = fees.filter(({ amountCents, row }) => {
      const used = amountCents !== 0 || row.units !== '0' || row.events_count !== 0
      return used || (row.id !== undefined && parents.has(row.id))
    })
    drafts.push(...kept, ...trueUps)
  }
  return drafts
}

/**
 * Recurring units that are paid in advance are billed whole for each period that opens, as nobody sends them again
 * (`LA:app/services/invoices/calculate_fees_service.rb`; CONTRACT 2.2 says that they are kept across periods).
 */
async function renewalFees(payer: Payer, { subscription, plan, renews: window }: Bill): Promise<FeeDraft[]> {
  if (!window) return []
  const drafts: FeeDraft[] = []
  for (const charge of await chargesOf(payer.transaction, plan)) {
    if (!charge.pay_in_advance || !charge.invoiceable) continue
    const held = await chargeUsage(
      payer.transaction,
      subscription,
      plan,
      charge,
      window,
      ({ timestamp }) => timestamp < window.from,
    )
    for (const usage of held) {
      if (!usage.metric.recurring || usage.usage.units.isZero()) continue
      drafts.push(await chargeFee(payer, subscription, plan, usage, window))
    }
  }
  return drafts
}

/** Everything one subscription owes on an invoice. */
export async function feesOf(payer: Payer, bill: Bill): Promise<FeeDraft[]> {
  const plan = await planFees(payer, bill)
  const usage = await usageFees(payer, bill)
  return [
    ...plan,
    ...usage,
    ...(await renewalFees(payer, bill)),
    ...(await commitmentFee(payer, bill, [...plan, ...usage])),
  ]
}

interface Priced {
  before?: ChargeUsage
  after: ChargeUsage
  window: Window
  event: EventRow
}

/**
 * What one event of an in-advance charge adds to the price; rounded by itself (CONTRACT 3.10). Of a prorated charge it pays
 * for the days that are left of the period, its own included.
 */
export async function eventFee(
  payer: Payer,
  subscription: SubscriptionRow,
  plan: PlanRow,
  { before, after, window, event }: Priced,
) {
  const { charge, filter } = after
  const fullUnits = after.usage.units.minus(before?.usage.units ?? 0)
  const share = { ...window, from: event.timestamp }
  const units = charge.prorated ? shareOf(fullUnits, share) : fullUnits
  const usage = { ...after.usage, units, fullUnits, eventsCount: 1 }
  // A tier's flat fee comes with the first unit, so nothing was paid for it before there was one.
  const paid = !before || before.usage.units.isZero() ? ZERO : before.amount
  const amount = charge.prorated
    ? price(charge.charge_model, (filter ?? charge).properties, usage, plan.amount_currency)
    : after.amount.minus(paid)
  const amountCents = round(toMinor(amount, plan.amount_currency))
  const fee = await chargeFee(payer, subscription, plan, { ...after, usage, amount, amountCents }, window)
  fee.row.id = randomUUID()
  fee.row.event_transaction_id = event.transaction_id
  return fee
}
