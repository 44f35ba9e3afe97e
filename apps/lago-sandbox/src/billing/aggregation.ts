import { BigNumber } from 'bignumber.js'
import { DateTime } from 'luxon'
import { decimal, sumDecimals, ZERO, type Decimal } from './money.ts'
import type { Usage } from './charge_models.ts'
import { daysBetween } from './periods.ts'

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

/** Instants between which usage counts, cut by the start and the end of the subscription. */
export interface Window {
  from: Date
  to: Date
  /** Days of the whole period: what a share of it is measured by. */
  wholeDays: number
  zone: string
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

/** How many distinct values are held after each event; one stays until an event with `operation_type: remove` takes it away. */
function heldAfterEach(events: MeteredEvent[], field: string | null) {
  const held = new Set<string>()
  return events.map(({ properties }) => {
    const value = field === null ? undefined : properties[field]
    if (value !== null && value !== undefined) {
      if (properties.operation_type === 'remove') held.delete(String(value))
      else held.add(String(value))
    }
    return decimal(held.size)
  })
}

const DAY_MS = 86_400_000

/**
 * Each value counts for the share of the whole period that it is held, so less in a period that began late: 2500 held from
 * 5 to 31 March are 2177.42 (CONTRACT 2.2; `LA:spec/scenarios/billable_metrics/weighted_sum_spec.rb`).
 */
function weighted(events: MeteredEvent[], field: string | null, { from, to, wholeDays }: Window) {
  const end = Math.ceil(to.getTime() / 1000) * 1000
  return sumDecimals(
    events.map((event) => {
      const held = end - Math.max(event.timestamp.getTime(), from.getTime())
      return (numeric(event, field) ?? ZERO).times(held).div(wholeDays * DAY_MS)
    }),
  )
}

/**
 * The most units there were at once since the window opened. What was paid in advance is not paid again when units go and
 * come back, and nothing is given back (`LA:app/services/billable_metrics/aggregations/{sum,unique_count}_service.rb`).
 */
function peak(meter: Meter, events: MeteredEvent[], { from }: Window) {
  const running: Decimal[] = []
  if (meter.aggregation_type === 'unique_count_agg') running.push(...heldAfterEach(events, meter.field_name))
  else
    for (const event of events)
      running.push((running.at(-1) ?? ZERO).plus(numeric(event, meter.field_name) ?? 0))
  const before = events.filter(({ timestamp }) => timestamp < from).length
  return BigNumber.max(ZERO, ...running.slice(Math.max(0, before - 1)))
}

/** Whole days of the window from `start` to `end`; the first and the last one count. */
const heldDays = (start: Date, end: Date, { from, to, zone }: Window) => {
  const day = (time: Date) => DateTime.fromJSDate(time, { zone })
  return daysBetween(day(start < from ? from : start), day(end > to ? to : end))
}

/** For each distinct value the spans in which it was held; one that goes and comes back on a day counts that day once. */
function distinctDays(events: MeteredEvent[], field: string | null, window: Window) {
  let days = 0
  const since = new Map<string, Date>()
  const count = (value: string, end: Date) => {
    const start = since.get(value)!
    if (end >= window.from) days += heldDays(start, end, window)
    since.delete(value)
  }
  const lastDay = new Map<string, number>()
  for (const { properties, timestamp } of events) {
    const raw = field === null ? undefined : properties[field]
    if (raw === null || raw === undefined) continue
    const value = String(raw)
    const day = heldDays(window.from, timestamp, window)
    if (properties.operation_type === 'remove') {
      if (since.has(value)) {
        count(value, timestamp)
        lastDay.set(value, day)
      }
    } else if (!since.has(value)) {
      if (lastDay.get(value) === day && timestamp >= window.from) days -= 1
      since.set(value, timestamp)
    }
  }
  for (const value of [...since.keys()]) count(value, window.to)
  return decimal(days)
}

/**
 * Units by the days of the period that they are held, the day of a change included, up to the fifth decimal
 * (`LA:app/services/billable_metrics/prorated_aggregations/{sum,unique_count}_service.rb`).
 */
function proratedUnits(meter: Meter, events: MeteredEvent[], window: Window) {
  const days =
    meter.aggregation_type === 'unique_count_agg'
      ? distinctDays(events, meter.field_name, window)
      : sumDecimals(
          events.map((event) =>
            (numeric(event, meter.field_name) ?? ZERO).times(heldDays(event.timestamp, window.to, window)),
          ),
        )
  return days.div(window.wholeDays).dp(5, BigNumber.ROUND_CEIL)
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
      return heldAfterEach(events, meter.field_name).at(-1) ?? ZERO
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

/** Units by the days of the window out of the whole period, up to the fifth decimal. */
export const shareOf = (units: Decimal, window: Window) =>
  units
    .times(heldDays(window.from, window.to, window))
    .div(window.wholeDays)
    .dp(5, BigNumber.ROUND_CEIL)

/** How a charge wants its units. */
export interface Counting {
  prorated?: boolean
  /** Each event is billed when it comes. */
  inAdvance?: boolean
}

/**
 * Units of a metric over a window (CONTRACT 2.2).
 *
 * @param events those of the window, oldest first; for a recurring metric also those before it
 */
export function aggregate(
  meter: Meter,
  events: MeteredEvent[],
  window: Window,
  { prorated = false, inAdvance = false }: Counting = {},
): Usage {
  const values = events.flatMap((event) => numeric(event, meter.field_name) ?? [])
  const eventUnits = meter.aggregation_type === 'count_agg' ? events.map(() => decimal(1)) : values
  const runs = meter.aggregation_type === 'sum_agg' || meter.aggregation_type === 'unique_count_agg'
  const full = rounded(
    inAdvance && runs ? peak(meter, events, window) : units(meter, events, values, window),
    meter,
  )
  return {
    units: prorated && !inAdvance ? proratedUnits(meter, events, window) : full,
    fullUnits: full,
    eventsCount: events.filter(({ timestamp }) => timestamp >= window.from).length,
    eventUnits,
    preciseTotalCents: sumDecimals(
      events.map(({ precise_total_amount_cents }) => decimal(precise_total_amount_cents ?? 0)),
    ),
  }
}
