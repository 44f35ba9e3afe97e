import { decimalText, sum, sumDecimals } from '../billing/money.ts'
import { invoiceTaxes } from '../billing/totals.ts'
import { inZone, isoDay, isoSeconds, zoneOf } from '../domain/dates.ts'
import { chargeFee } from '../domain/fees.ts'
import { Billing } from '../domain/subscription_billing.ts'
import { chargesOf, chargeUsage } from '../domain/usage.ts'
import { invalid, notAllowed } from '../errors.ts'
import { text, type Params } from '../http.ts'
import type { CustomerRow } from '../rows.ts'
import type { Transaction } from '../sandbox.ts'

async function activeSubscription(transaction: Transaction, customer: CustomerRow, externalId: string) {
  const subscription = await transaction.find('subscriptions', {
    customer_id: customer.id,
    external_id: externalId,
    status: 'active',
  })
  if (!subscription) throw notAllowed('no_active_subscription')
  return subscription
}

/** What the open period has cost so far: charges only, each with a row (CONTRACT 2.5). */
export async function currentUsage(
  transaction: Transaction,
  customer: CustomerRow,
  externalId: string,
  withTaxes: boolean,
) {
  const subscription = await activeSubscription(transaction, customer, externalId)
  const plan = await transaction.get('plans', subscription.plan_id)
  const billing = new Billing(transaction, customer)
  const window = billing.currentWindow(subscription, plan)
  const fees = []
  const rows = []
  for (const charge of await chargesOf(transaction, plan)) {
    const usages = await chargeUsage(transaction, subscription, plan, charge, window)
    for (const usage of usages) {
      fees.push(await chargeFee(billing, subscription, plan, usage, window))
    }
    rows.push(usageRow(plan.amount_currency, usages))
  }
  rows.sort((a, b) => a.billable_metric.name.localeCompare(b.billable_metric.name))
  const amount = sum(fees.map(({ amountCents }) => amountCents))
  const taxes = withTaxes ? invoiceTaxes(fees).totalCents : 0
  return {
    from_datetime: isoSeconds(window.from),
    to_datetime: isoSeconds(window.to),
    issuing_date: isoDay(inZone(window.to, zoneOf(transaction, customer))),
    currency: plan.amount_currency,
    amount_cents: amount,
    total_amount_cents: amount + taxes,
    taxes_amount_cents: taxes,
    lago_invoice_id: null,
    charges_usage: rows,
  }
}

function usageRow(currency: string, usages: Awaited<ReturnType<typeof chargeUsage>>) {
  const { charge, metric } = usages[0]!
  const units = decimalText(sumDecimals(usages.map(({ usage }) => usage.fullUnits ?? usage.units)))
  return {
    units,
    total_aggregated_units: units,
    events_count: sum(usages.map(({ usage }) => usage.eventsCount)),
    amount_cents: sum(usages.map(({ amountCents }) => amountCents)),
    amount_currency: currency,
    pricing_unit_details: null,
    charge: {
      lago_id: charge.id,
      code: charge.code,
      charge_model: charge.charge_model,
      invoice_display_name: charge.invoice_display_name,
    },
    billable_metric: {
      lago_id: metric.id,
      name: metric.name,
      code: metric.code,
      aggregation_type: metric.aggregation_type,
    },
    filters: usages
      .filter(() => charge.filters.length > 0)
      .map(({ filter, usage, amountCents }) => ({
        units: decimalText(usage.fullUnits ?? usage.units),
        total_aggregated_units: decimalText(usage.fullUnits ?? usage.units),
        events_count: usage.eventsCount,
        amount_cents: amountCents,
        pricing_unit_details: null,
        invoice_display_name: filter?.invoice_display_name ?? null,
        values: filter?.values ?? null,
        presentation_breakdowns: [],
      })),
    grouped_usage: [],
    presentation_breakdowns: [],
  }
}

/** Billed periods with their usage, newest first. */
export async function pastUsage(transaction: Transaction, customer: CustomerRow, query: Params) {
  const externalId = text(query.external_subscription_id)
  if (!externalId) throw invalid({ external_subscription_id: ['value_is_mandatory'] })
  const subscription = await activeSubscription(transaction, customer, externalId)
  const plan = await transaction.get('plans', subscription.plan_id)
  const periods = await transaction.query<{
    invoice_id: string
    from: Date
    to: Date
    issuing_date: string
  }>(
    `select invoice_id, charges_from_datetime as from, charges_to_datetime as to, issuing_date
     from invoice_subscriptions join invoices on invoices.id = invoice_id
     where subscription_id = $1 and charges_from_datetime is not null and invoicing_reason = 'subscription_periodic'
     order by charges_from_datetime desc`,
    [subscription.id],
  )
  const charges = await chargesOf(transaction, plan)
  const billing = new Billing(transaction, customer)
  const usagePeriods = []
  for (const { invoice_id, from, to, issuing_date } of periods) {
    const fees = await transaction.list('fees', {
      invoice_id,
      subscription_id: subscription.id,
      fee_type: 'charge',
    })
    const rows = []
    for (const charge of charges) {
      const window = { ...billing.currentWindow(subscription, plan, inZone(from, billing.zone)), from, to }
      const usages = await chargeUsage(transaction, subscription, plan, charge, window)
      rows.push(usageRow(plan.amount_currency, usages))
    }
    const amount = sum(fees.map(({ amount_cents }) => amount_cents))
    const taxes = sum(fees.map(({ taxes_amount_cents }) => taxes_amount_cents))
    usagePeriods.push({
      from_datetime: isoSeconds(from),
      to_datetime: isoSeconds(to),
      issuing_date,
      currency: plan.amount_currency,
      amount_cents: amount,
      total_amount_cents: amount + taxes,
      taxes_amount_cents: taxes,
      lago_invoice_id: invoice_id,
      charges_usage: rows,
    })
  }
  return usagePeriods
}
