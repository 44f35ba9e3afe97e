import { randomUUID } from 'node:crypto'
import {
  CHARGE_MODELS,
  defaultProperties,
  type ChargeModel,
  type ChargeProperties,
} from '../billing/charge_models.ts'
import { chargeProblems } from '../billing/charge_validation.ts'
import { invalid, notFound, notImplemented } from '../errors.ts'
import { isBlank, isUuid, record, records, strings, text, type Params } from '../http.ts'
import type { BillableMetricRow, ChargeRow } from '../rows.ts'
import type { Transaction } from '../sandbox.ts'
import { requireTaxes } from './taxes.ts'

const ADVANCE_METRICS = ['count_agg', 'sum_agg', 'unique_count_agg', 'custom_agg']
const PRORATED_IN_ARREARS = ['standard', 'graduated', 'volume']

function combinationProblems(params: Params, metric: BillableMetricRow, model: ChargeModel) {
  const problems: Record<string, string[]> = {}
  const advance = params.pay_in_advance === true
  if (advance && (model === 'volume' || !ADVANCE_METRICS.includes(metric.aggregation_type))) {
    problems.pay_in_advance = ['invalid_aggregation_type_or_charge_model']
  }
  const proratable =
    metric.recurring &&
    metric.aggregation_type !== 'weighted_sum_agg' &&
    (model === 'standard' || (!advance && PRORATED_IN_ARREARS.includes(model)))
  if (params.prorated === true && !proratable) {
    problems.prorated = ['invalid_billable_metric_or_charge_model']
  }
  if (params.invoiceable === false && !advance) problems.invoiceable = ['must_be_true_unless_pay_in_advance']
  if (model === 'dynamic' && metric.aggregation_type !== 'sum_agg') {
    problems.charge_model = ['invalid_aggregation_type_or_charge_model']
  }
  return problems
}

const PREMIUM_PROPERTIES = ['per_transaction_min_amount', 'per_transaction_max_amount']

function propertiesFrom(transaction: Transaction, value: unknown, model: ChargeModel): ChargeProperties {
  const given = Object.entries(record(value)).filter(
    ([key]) => transaction.premium || !PREMIUM_PROPERTIES.includes(key),
  )
  return given.length ? (Object.fromEntries(given) as ChargeProperties) : defaultProperties(model)
}

/** What Lago prices and this sandbox does not: refused, so that nobody bills a wrong amount. */
function refuseUnknown(params: Params, metric: BillableMetricRow, model: ChargeModel) {
  const properties = record(params.properties)
  const grouped = ['grouped_by', 'pricing_group_keys', 'presentation_group_keys'].some(
    (key) => strings(properties[key]).length > 0,
  )
  const custom = model === 'custom' || metric.aggregation_type === 'custom_agg'
  const proratedTiers = params.prorated === true && model === 'graduated'
  if (grouped || custom || proratedTiers || !isBlank(record(params.applied_pricing_unit).code)) {
    throw notImplemented()
  }
}

/** The charge that a request describes, checked (CONTRACT 2.3). */
export async function chargeFrom(transaction: Transaction, params: Params): Promise<Partial<ChargeRow>> {
  const metric = isUuid(params.billable_metric_id)
    ? await transaction.find('billable_metrics', { id: params.billable_metric_id, deleted_at: null })
    : undefined
  if (!metric) throw notFound('billable_metric')
  const model = text(params.charge_model) as ChargeModel
  if (!CHARGE_MODELS.includes(model)) throw invalid({ charge_model: ['value_is_invalid'] })
  if (model === 'graduated_percentage' && !transaction.premium) {
    throw invalid({ charge_model: ['graduated_percentage_requires_premium_license'] })
  }
  const properties = propertiesFrom(transaction, params.properties, model)
  const filters = records(params.filters).map((filter) => ({
    id: randomUUID(),
    invoice_display_name: text(filter.invoice_display_name),
    properties: propertiesFrom(transaction, filter.properties, model),
    values: Object.fromEntries(
      Object.entries(record(filter.values)).map(([key, values]) => [key, strings(values)]),
    ),
  }))
  const problems = Object.assign(
    combinationProblems(params, metric, model),
    chargeProblems(model, properties),
    ...filters.map((filter) => chargeProblems(model, filter.properties)),
  )
  if (Object.keys(problems).length) throw invalid(problems)
  refuseUnknown(params, metric, model)

  const taxCodes = strings(params.tax_codes)
  await requireTaxes(transaction, taxCodes)
  return {
    billable_metric_id: metric.id,
    code: isBlank(params.code) ? `${metric.code}_${randomUUID().slice(0, 8)}` : text(params.code)!,
    invoice_display_name: text(params.invoice_display_name),
    charge_model: model,
    properties,
    filters,
    pay_in_advance: params.pay_in_advance === true,
    prorated: params.prorated === true,
    invoiceable: transaction.premium ? params.invoiceable !== false : true,
    regroup_paid_fees: transaction.premium ? text(params.regroup_paid_fees) : null,
    min_amount_cents: transaction.premium ? Number(params.min_amount_cents ?? 0) : 0,
    tax_codes: taxCodes,
  }
}

/** Makes a plan's charges those of the request: known ids change, new ones are added, missing ones go. */
export async function replaceCharges(transaction: Transaction, planId: string, requested: Params[]) {
  const current = await transaction.list('charges', { plan_id: planId, deleted_at: null })
  const kept = new Set<string>()
  for (const params of requested) {
    const existing = current.find(({ id }) => id === params.id)
    const row = await chargeFrom(transaction, { ...existing, ...params })
    if (existing) {
      kept.add(existing.id)
      await transaction.update('charges', existing.id, row)
    } else {
      await transaction.insert('charges', { ...row, plan_id: planId })
    }
  }
  for (const { id } of current) {
    if (!kept.has(id)) await transaction.update('charges', id, { deleted_at: transaction.now })
  }
}
