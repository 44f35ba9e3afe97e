import { BigNumber } from 'bignumber.js'
import { decimal, sumDecimals, ZERO, type Decimal } from './money.ts'
import type { Usage } from './charge_models.ts'

export const AGGREGATIONS = [
  'count_agg',
  'sum_agg',
  'max_agg',
  'unique_count_agg',
  'weighted_sum_agg',
  'latest_agg',
  'custom_agg',
] as const

export interface MeteredEvent {
  timestamp: Date
  properties: Record<string, unknown>
  precise_total_amount_cents: string | null
}

export interface Meter {
  aggregation_type: string
  field_name: string | null
  rounding_function: string | null
  rounding_precision: number | null
}

export interface Window {
  from: Date
  to: Date
}

function numeric(event: MeteredEvent, field: string | null): Decimal | undefined {
  const raw = field === null ? undefined : event.properties[field]
  if (
    raw === null ||
    raw === undefined ||
    raw === '' ||
    typeof raw === 'object' ||
    typeof raw === 'boolean'
  ) {
    return undefined
  }
  const value = decimal(raw)
  return value.isFinite() ? value : undefined
}

/** Values stay counted until an event with `operation_type: remove` takes them away. */
function distinct(events: MeteredEvent[], field: string | null) {
  const held = new Set<string>()
  for (const { properties } of events) {
    const value = field === null ? undefined : properties[field]
    if (value === null || value === undefined) continue
    if (properties.operation_type === 'remove') held.delete(String(value))
    else held.add(String(value))
  }
  return held.size
}

/** Each value counts for the share of the window that is left when it arrives. */
function weighted(events: MeteredEvent[], field: string | null, { from, to }: Window) {
  const length = to.getTime() - from.getTime()
  return sumDecimals(
    events.map((event) => {
      const held = to.getTime() - Math.max(event.timestamp.getTime(), from.getTime())
      return (numeric(event, field) ?? ZERO).times(held).div(length)
    }),
  )
}

function units(meter: Meter, events: MeteredEvent[], values: Decimal[], window: Window): Decimal {
  switch (meter.aggregation_type) {
    case 'count_agg':
      return decimal(events.length)
    case 'sum_agg':
      return sumDecimals(values)
    case 'max_agg':
      return values.length ? BigNumber.max(...values) : ZERO
    case 'latest_agg':
      return BigNumber.max(ZERO, values.at(-1) ?? ZERO)
    case 'unique_count_agg':
      return decimal(distinct(events, meter.field_name))
    case 'weighted_sum_agg':
      return weighted(events, meter.field_name, window)
    default:
      return ZERO
  }
}

const ROUNDING = {
  round: BigNumber.ROUND_HALF_UP,
  ceil: BigNumber.ROUND_CEIL,
  floor: BigNumber.ROUND_FLOOR,
} as const

function rounded(value: Decimal, { rounding_function, rounding_precision }: Meter) {
  const mode = ROUNDING[rounding_function as keyof typeof ROUNDING]
  if (mode === undefined) return value
  const places = rounding_precision ?? 0
  return places >= 0 ? value.dp(places, mode) : value.shiftedBy(places).integerValue(mode).shiftedBy(-places)
}

/**
 * Units of a metric over a window (CONTRACT 2.2).
 *
 * @param events those of the window, oldest first; for a recurring metric also those before it
 */
export function aggregate(meter: Meter, events: MeteredEvent[], window: Window): Usage {
  const values = events.flatMap((event) => numeric(event, meter.field_name) ?? [])
  const eventUnits = meter.aggregation_type === 'count_agg' ? events.map(() => decimal(1)) : values
  return {
    units: rounded(units(meter, events, values, window), meter),
    eventsCount: events.filter(({ timestamp }) => timestamp >= window.from).length,
    eventUnits,
    preciseTotalCents: sumDecimals(
      events.map(({ precise_total_amount_cents }) => decimal(precise_total_amount_cents ?? 0)),
    ),
  }
}
