import { decimal } from './money.ts'
import type { ChargeModel, ChargeProperties, Range } from './charge_models.ts'

type Problems = Record<string, string[]>

const isAmount = (value: unknown) =>
  typeof value === 'string' && value.trim() !== '' && decimal(value).isFinite() && decimal(value).gte(0)

const isCount = (value: unknown, least: number) =>
  typeof value === 'number' && Number.isInteger(value) && value >= least

function amount(problems: Problems, field: string, value: unknown) {
  if (!isAmount(value))
    problems[field] = [`invalid_${field === 'per_unit_amount' || field === 'flat_amount' ? 'amount' : field}`]
}

/** The first tier starts at 0, each next one right after (or at) the end of the one before, the last one is open. */
function continuous(ranges: Range[]) {
  return ranges.every((range, index) => {
    const last = index === ranges.length - 1
    if (last !== (range.to_value === null)) return false
    const before = ranges[index - 1]?.to_value
    if (index === 0) return range.from_value === 0
    return before != null && (range.from_value === before + 1 || range.from_value === before)
  })
}

function ranges(problems: Problems, field: string, value: Range[] | undefined, priced: boolean) {
  if (!Array.isArray(value) || value.length === 0) {
    problems[field] = [`missing_${field}`]
    return
  }
  for (const range of value) {
    if (priced) amount(problems, 'per_unit_amount', range.per_unit_amount)
    else if (!isAmount(range.rate)) problems.rate = ['invalid_rate']
    amount(problems, 'flat_amount', range.flat_amount)
  }
  if (!continuous(value)) problems[field] = [`invalid_${field}`]
}

/** The symbolic codes for bad charge properties by field (CONTRACT 2.3); empty when all is well. */
export function chargeProblems(model: ChargeModel, properties: ChargeProperties): Problems {
  const problems: Problems = {}
  switch (model) {
    case 'standard':
      amount(problems, 'amount', properties.amount)
      break
    case 'graduated':
      ranges(problems, 'graduated_ranges', properties.graduated_ranges, true)
      break
    case 'volume':
      ranges(problems, 'volume_ranges', properties.volume_ranges, true)
      break
    case 'graduated_percentage':
      ranges(problems, 'graduated_percentage_ranges', properties.graduated_percentage_ranges, false)
      break
    case 'package':
      amount(problems, 'amount', properties.amount)
      if (!isCount(properties.package_size, 1)) problems.package_size = ['invalid_package_size']
      if (!isCount(properties.free_units ?? 0, 0)) problems.free_units = ['invalid_free_units']
      break
    case 'percentage':
      if (!isAmount(properties.rate)) problems.rate = ['invalid_rate']
      if (properties.fixed_amount != null && !isAmount(properties.fixed_amount)) {
        problems.fixed_amount = ['invalid_fixed_amount']
      }
      if (properties.free_units_per_events != null && !isCount(properties.free_units_per_events, 1)) {
        problems.free_units_per_events = ['invalid_free_units_per_events']
      }
      if (
        properties.free_units_per_total_aggregation != null &&
        !isAmount(properties.free_units_per_total_aggregation)
      ) {
        problems.free_units_per_total_aggregation = ['invalid_free_units_per_total_aggregation']
      }
      for (const limit of ['per_transaction_min_amount', 'per_transaction_max_amount'] as const) {
        if (properties[limit] != null && !isAmount(properties[limit])) problems[limit] = ['invalid_amount']
      }
      break
    case 'custom':
    case 'dynamic':
      break
  }
  return problems
}
