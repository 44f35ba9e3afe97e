import { BigNumber } from 'bignumber.js'
import { decimal, toMajor, ZERO, type Decimal } from './money.ts'

export const CHARGE_MODELS = [
  'standard',
  'graduated',
  'package',
  'percentage',
  'volume',
  'graduated_percentage',
  'custom',
  'dynamic',
] as const
export type ChargeModel = (typeof CHARGE_MODELS)[number]

export interface Range {
  from_value: number
  to_value: number | null
  per_unit_amount?: string
  flat_amount: string
  rate?: string
}

/** Amounts are decimal strings in major units, sizes and limits are whole numbers (CONTRACT 2.3). */
export interface ChargeProperties {
  amount?: string
  package_size?: number
  free_units?: number
  rate?: string
  fixed_amount?: string | null
  free_units_per_events?: number | null
  free_units_per_total_aggregation?: string | null
  per_transaction_min_amount?: string | null
  per_transaction_max_amount?: string | null
  graduated_ranges?: Range[]
  graduated_percentage_ranges?: Range[]
  volume_ranges?: Range[]
  [key: string]: unknown
}

export interface Usage {
  /** What is priced; of a prorated charge the share of the period that the units were held. */
  units: Decimal
  /** The units of a prorated charge without regard to time: they decide the tier and are what people see. */
  fullUnits?: Decimal
  eventsCount: number
  /** Units of each event in order of time; only the percentage model looks at them. */
  eventUnits: Decimal[]
  /** Sum of what the events say they cost, in minor units; only the dynamic model looks at it. */
  preciseTotalCents: Decimal
}

interface Tier {
  range: Range
  units: Decimal
}

/** The units that fall into each tier; a tier ends where its `to_value` says, whole or not. */
function tiers(ranges: Range[], units: Decimal): Tier[] {
  return ranges.flatMap((range, index) => {
    const floor = decimal(index === 0 ? 0 : (ranges[index - 1]?.to_value ?? 0))
    if (index > 0 && units.lte(floor)) return []
    const ceiling = range.to_value === null ? units : BigNumber.min(units, range.to_value)
    return [{ range, units: BigNumber.max(ZERO, ceiling.minus(floor)) }]
  })
}

function graduated(ranges: Range[], units: Decimal) {
  return tiers(ranges, units).reduce(
    (total, tier) =>
      total.plus(tier.units.times(tier.range.per_unit_amount ?? 0)).plus(tier.range.flat_amount),
    ZERO,
  )
}

function graduatedPercentage(ranges: Range[], units: Decimal) {
  return tiers(ranges, units).reduce(
    (total, tier) =>
      total.plus(tier.units.times(tier.range.rate ?? 0).div(100)).plus(tier.range.flat_amount ?? 0),
    ZERO,
  )
}

function volume(ranges: Range[], { units, fullUnits = units }: Usage) {
  const range = ranges.find(({ to_value }) => to_value === null || fullUnits.lte(to_value))
  return range ? units.times(range.per_unit_amount ?? 0).plus(range.flat_amount) : ZERO
}

function packages({ amount = '0', package_size = 1, free_units = 0 }: ChargeProperties, units: Decimal) {
  const billable = BigNumber.max(ZERO, units.minus(free_units))
  return billable.div(package_size).integerValue(BigNumber.ROUND_CEIL).times(amount)
}

/** What a percentage charge leaves free, counted along the running total of the events. */
function allowance(properties: ChargeProperties, usage: Usage) {
  const maxEvents = properties.free_units_per_events ?? 0
  const maxUnits = decimal(properties.free_units_per_total_aggregation ?? 0)
  if (maxEvents === 0 && maxUnits.isZero()) return { units: ZERO, events: 0 }

  const running: Decimal[] = []
  for (const units of usage.eventUnits) running.push(units.plus(running.at(-1) ?? ZERO))
  const limits = [maxEvents, running.filter((total) => total.lt(maxUnits)).length].filter(
    (limit) => limit > 0,
  )
  const total = running.at(-1) ?? ZERO
  const free = maxUnits.isZero() ? total : BigNumber.min(total, maxUnits)
  return {
    units: maxEvents > 0 && running.length > maxEvents ? running[maxEvents - 1]! : free,
    events: limits.length ? Math.min(...limits) : 0,
  }
}

/**
 * Each event is held between the least and the most it may cost, so each is priced by itself. As long as something is free
 * an event costs nothing: the free total is what counts when there is one, else the number of free events
 * (`LA:app/services/charge_models/percentage_service.rb`; CONTRACT 2.3 only names the two limits).
 */
function perTransaction(properties: ChargeProperties, { eventUnits }: Usage) {
  const least = decimal(properties.per_transaction_min_amount ?? 0)
  const most = decimal(properties.per_transaction_max_amount ?? Infinity)
  let freeEvents = properties.free_units_per_events ?? 0
  let freeUnits = decimal(properties.free_units_per_total_aggregation ?? 0)
  let total = ZERO
  for (const units of eventUnits) {
    const left = freeUnits.minus(units)
    if (freeUnits.lte(0) && freeEvents > 0) {
      freeEvents -= 1
      continue
    }
    if (left.gt(0)) {
      freeUnits = left
      continue
    }
    const billable = freeUnits.gt(0) ? left.negated() : units
    if (freeUnits.gt(0)) freeEvents = 0
    freeUnits = ZERO
    const amount = billable
      .times(properties.rate ?? 0)
      .div(100)
      .plus(properties.fixed_amount ?? 0)
    total = total.plus(BigNumber.min(most, BigNumber.max(least, amount)))
  }
  return total
}

function percentage(properties: ChargeProperties, usage: Usage) {
  if (properties.per_transaction_min_amount || properties.per_transaction_max_amount) {
    return perTransaction(properties, usage)
  }
  if (usage.units.isZero()) return ZERO
  const free = allowance(properties, usage)
  const share = BigNumber.max(ZERO, usage.units.minus(free.units))
    .times(properties.rate ?? 0)
    .div(100)
  const paidEvents = Math.max(0, usage.eventsCount - free.events)
  return share.plus(decimal(properties.fixed_amount ?? 0).times(paidEvents))
}

/** The price of the usage in major units of `currency`, exact (CONTRACT 3.10); never negative, as no amount is (CONTRACT 8-5). */
export function price(
  model: ChargeModel,
  properties: ChargeProperties,
  usage: Usage,
  currency: string,
): Decimal {
  if (usage.units.lt(0)) return ZERO
  return BigNumber.max(ZERO, exactPrice(model, properties, usage, currency))
}

function exactPrice(model: ChargeModel, properties: ChargeProperties, usage: Usage, currency: string) {
  switch (model) {
    case 'standard':
      return usage.units.times(properties.amount ?? 0)
    case 'graduated':
      return graduated(properties.graduated_ranges ?? [], usage.units)
    case 'package':
      return packages(properties, usage.units)
    case 'percentage':
      return percentage(properties, usage)
    case 'volume':
      return volume(properties.volume_ranges ?? [], usage)
    case 'graduated_percentage':
      return graduatedPercentage(properties.graduated_percentage_ranges ?? [], usage.units)
    case 'dynamic':
      return usage.units.isZero() ? ZERO : toMajor(usage.preciseTotalCents, currency)
    case 'custom':
      return ZERO
  }
}

/** What a charge without properties gets. */
export function defaultProperties(model: ChargeModel): ChargeProperties {
  const range = { from_value: 0, to_value: null, flat_amount: '0' }
  switch (model) {
    case 'standard':
      return { amount: '0' }
    case 'graduated':
      return { graduated_ranges: [{ ...range, per_unit_amount: '0' }] }
    case 'package':
      return { package_size: 1, amount: '0', free_units: 0 }
    case 'percentage':
      return { rate: '0' }
    case 'volume':
      return { volume_ranges: [{ ...range, per_unit_amount: '0' }] }
    case 'graduated_percentage':
      return { graduated_percentage_ranges: [{ ...range, rate: '0' }] }
    case 'custom':
    case 'dynamic':
      return {}
  }
}
