import { aggregate, type Window } from '../billing/aggregation.ts'
import { price, type Usage } from '../billing/charge_models.ts'
import { round, toMinor, type Decimal } from '../billing/money.ts'
import type {
  BillableMetricRow,
  ChargeFilter,
  ChargeRow,
  EventRow,
  PlanRow,
  SubscriptionRow,
} from '../rows.ts'
import type { Transaction } from '../sandbox.ts'

export interface ChargeUsage {
  charge: ChargeRow
  metric: BillableMetricRow
  filter: ChargeFilter | null
  usage: Usage
  /** Major units, exact. */
  amount: Decimal
  amountCents: number
}

export const chargesOf = (transaction: Transaction, plan: PlanRow) =>
  transaction.list('charges', { plan_id: plan.id, deleted_at: null })

const matches = (filter: ChargeFilter, event: EventRow) =>
  Object.entries(filter.values).every(([key, values]) => {
    const value = event.properties[key]
    return value !== undefined && (values.includes('__ALL_FILTER_VALUES__') || values.includes(String(value)))
  })

/** An event belongs to the most specific filter that matches it, else to the charge's default. */
const filterOf = (filters: ChargeFilter[], event: EventRow) =>
  filters
    .filter((filter) => matches(filter, event))
    .sort((a, b) => Object.keys(b.values).length - Object.keys(a.values).length)[0]?.id ?? null

/** Events that count for a subscription, oldest first. */
async function eventsOf(
  transaction: Transaction,
  subscription: SubscriptionRow,
  metric: BillableMetricRow,
  window: Window,
) {
  // A recurring metric keeps its units across periods.
  const from = metric.recurring ? new Date(0) : window.from
  return transaction.query<EventRow>(
    `select * from events where external_subscription_id = $1 and code = $2 and timestamp between $3 and $4
     order by timestamp, created_at, id`,
    [subscription.external_id, metric.code, from, window.to],
  )
}

/** Price of the usage of one charge in a window, a row per filter and one for the default (CONTRACT 3.10). */
export async function chargeUsage(
  transaction: Transaction,
  subscription: SubscriptionRow,
  plan: PlanRow,
  charge: ChargeRow,
  window: Window,
  keepEvent: (event: EventRow) => boolean = () => true,
): Promise<ChargeUsage[]> {
  const metric = await transaction.get('billable_metrics', charge.billable_metric_id)
  const events = (await eventsOf(transaction, subscription, metric, window)).filter(keepEvent)
  return [...charge.filters, null].map((filter) => {
    const own = events.filter((event) => filterOf(charge.filters, event) === (filter?.id ?? null))
    const counting = { prorated: charge.prorated, inAdvance: charge.pay_in_advance }
    const usage = aggregate(metric, own, window, counting)
    const amount = price(charge.charge_model, (filter ?? charge).properties, usage, plan.amount_currency)
    return {
      charge,
      metric,
      filter,
      usage,
      amount,
      amountCents: round(toMinor(amount, plan.amount_currency)),
    }
  })
}
