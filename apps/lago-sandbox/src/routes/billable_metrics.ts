import { Hono } from 'hono'
import { AGGREGATIONS } from '../billing/aggregation.ts'
import { notFound, notImplemented } from '../errors.ts'
import { bodyOf, isBlank, paginate, Problems, records, strings, text, type Params } from '../http.ts'
import type { BillableMetricRow } from '../rows.ts'
import type { Sandbox, Transaction } from '../sandbox.ts'
import { serializeMetric } from '../serializers/catalogue.ts'
import { param, present, route } from './route.ts'

const RECURRING = ['sum_agg', 'unique_count_agg', 'weighted_sum_agg']
const WITHOUT_FIELD = ['count_agg', 'custom_agg']

async function find(transaction: Transaction, code: string) {
  const metric = await transaction.find('billable_metrics', { code, deleted_at: null })
  if (!metric) throw notFound('billable_metric')
  return metric
}

async function validated(transaction: Transaction, params: Params, current?: BillableMetricRow) {
  const problems = new Problems()
  const merged: Params = { ...current, ...params }
  const aggregation = text(merged.aggregation_type) ?? ''
  problems.require(merged, 'name', 'code')
  if (!(AGGREGATIONS as readonly string[]).includes(aggregation)) {
    problems.add('aggregation_type', 'value_is_invalid')
  } else if (
    !WITHOUT_FIELD.includes(aggregation) &&
    isBlank(merged.field_name) &&
    isBlank(merged.expression)
  ) {
    problems.add('field_name', 'value_is_mandatory')
  }
  if (merged.recurring === true && !RECURRING.includes(aggregation)) {
    problems.add('recurring', 'not_compatible_with_aggregation_type')
  }
  const code = text(merged.code) ?? ''
  const same = await transaction.find('billable_metrics', { code, deleted_at: null })
  if (same && same.id !== current?.id) problems.add('code', 'value_already_exist')
  problems.throwIfAny()
  // Units worked out by a formula: not known here, and without it they would be wrong.
  if (!isBlank(merged.expression)) throw notImplemented()
  return present(merged, {
    name: text(merged.name)!,
    code,
    description: text(merged.description),
    aggregation_type: aggregation,
    field_name: text(merged.field_name),
    recurring: merged.recurring === true,
    weighted_interval: text(merged.weighted_interval),
    rounding_function: text(merged.rounding_function),
    rounding_precision: merged.rounding_precision == null ? null : Number(merged.rounding_precision),
    expression: text(merged.expression),
    filters: records(merged.filters).map(({ key, values }) => ({
      key: text(key) ?? '',
      values: strings(values),
    })),
  })
}

function webhook(transaction: Transaction, type: string, { id }: BillableMetricRow) {
  transaction.webhook(`billable_metric.${type}`, 'billable_metric', id, async () =>
    serializeMetric(await transaction.get('billable_metrics', id)),
  )
}

export function billableMetrics(sandbox: Sandbox) {
  const run = route(sandbox)
  return new Hono()
    .get(
      '/',
      run(async (transaction, c) => {
        const { rows, meta } = await paginate(c, transaction, 'billable_metrics', { deleted_at: null })
        return { billable_metrics: rows.map(serializeMetric), meta }
      }),
    )
    .post(
      '/',
      run(async (transaction, c) => {
        const row = await validated(transaction, await bodyOf(c, 'billable_metric'))
        const metric = await transaction.insert('billable_metrics', row)
        webhook(transaction, 'created', metric)
        return { billable_metric: serializeMetric(metric) }
      }),
    )
    .get(
      '/:code',
      run(async (transaction, c) => ({
        billable_metric: serializeMetric(await find(transaction, param(c, 'code'))),
      })),
    )
    .put(
      '/:code',
      run(async (transaction, c) => {
        const metric = await find(transaction, param(c, 'code'))
        const row = await validated(transaction, await bodyOf(c, 'billable_metric'), metric)
        const updated = await transaction.update('billable_metrics', metric.id, row)
        webhook(transaction, 'updated', updated)
        return { billable_metric: serializeMetric(updated) }
      }),
    )
    .delete(
      '/:code',
      run(async (transaction, c) => {
        const metric = await find(transaction, param(c, 'code'))
        const deleted = await transaction.update('billable_metrics', metric.id, {
          deleted_at: transaction.now,
        })
        await transaction.query('update charges set deleted_at = $1 where billable_metric_id = $2', [
          transaction.now,
          metric.id,
        ])
        webhook(transaction, 'deleted', deleted)
        return { billable_metric: serializeMetric(deleted) }
      }),
    )
}
