import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { INTERVALS, type Interval } from '../billing/periods.ts'
import { isCurrency } from '../billing/money.ts'
import { replaceCharges } from '../domain/charges.ts'
import { lockedOwner } from '../domain/customers.ts'
import { isoSeconds } from '../domain/dates.ts'
import { findPlan } from '../domain/plans.ts'
import { cancelPending, terminate } from '../domain/subscriptions.ts'
import { requireTaxes } from '../domain/taxes.ts'
import { notImplemented } from '../errors.ts'
import { bodyOf, isBlank, paginate, Problems, record, records, strings, text, type Params } from '../http.ts'
import type { PlanRow } from '../rows.ts'
import type { Sandbox, Transaction } from '../sandbox.ts'
import { serializePlan } from '../serializers/plan.ts'
import { planEntitlementRoutes } from './entitlements.ts'
import { param, present, route, serializeAll } from './route.ts'

function commitment(transaction: Transaction, params: Params): PlanRow['minimum_commitment'] {
  const wanted = record(params.minimum_commitment)
  if (!transaction.premium || !wanted.amount_cents) return null
  return {
    lago_id: randomUUID(),
    amount_cents: Number(wanted.amount_cents),
    invoice_display_name: text(wanted.invoice_display_name),
    tax_codes: strings(wanted.tax_codes),
    created_at: isoSeconds(transaction.now)!,
  }
}

async function validated(transaction: Transaction, params: Params, current?: PlanRow) {
  const problems = new Problems()
  const merged: Params = { ...current, ...params }
  problems.require(merged, 'name', 'code', 'amount_cents', 'amount_currency')
  if (!(INTERVALS as readonly unknown[]).includes(merged.interval)) {
    problems.add('interval', isBlank(merged.interval) ? 'value_is_mandatory' : 'value_is_invalid')
  }
  if (!isBlank(merged.amount_cents) && !(Number(merged.amount_cents) >= 0)) {
    problems.add('amount_cents', 'value_is_out_of_range')
  }
  if (!isBlank(merged.amount_currency) && !isCurrency(merged.amount_currency)) {
    problems.add('amount_currency', 'value_is_invalid')
  }
  if (typeof merged.pay_in_advance !== 'boolean') {
    problems.add('pay_in_advance', isBlank(merged.pay_in_advance) ? 'value_is_mandatory' : 'value_is_invalid')
  }
  if (merged.trial_period != null && !(Number(merged.trial_period) >= 0)) {
    problems.add('trial_period', 'value_is_invalid')
  }
  const code = text(merged.code) ?? ''
  const same = await transaction.find('plans', { code, deleted_at: null, parent_id: null })
  if (same && same.id !== current?.id) problems.add('code', 'value_already_exist')
  problems.throwIfAny()
  await requireTaxes(transaction, strings(merged.tax_codes))
  await requireTaxes(transaction, strings(record(merged.minimum_commitment).tax_codes))
  const thresholds = records(params.usage_thresholds).length > 0
  if ((transaction.premium && thresholds) || records(params.fixed_charges).length > 0) throw notImplemented()
  return present(params, {
    name: text(merged.name)!,
    code,
    invoice_display_name: text(merged.invoice_display_name),
    description: text(merged.description),
    interval: merged.interval as Interval,
    amount_cents: Math.round(Number(merged.amount_cents)),
    amount_currency: String(merged.amount_currency),
    pay_in_advance: merged.pay_in_advance === true,
    trial_period: Number(merged.trial_period ?? 0),
    bill_charges_monthly: merged.bill_charges_monthly === true,
    minimum_commitment: commitment(transaction, merged),
    metadata: merged.metadata == null ? null : record(merged.metadata),
    tax_codes: strings(merged.tax_codes),
  })
}

/** What may not change under subscriptions that were sold with it (CONTRACT 2.3). */
const FROZEN = ['interval', 'pay_in_advance', 'code'] as const

async function update(transaction: Transaction, plan: PlanRow, params: Params) {
  const changes = await validated(transaction, params, plan)
  const inUse = await transaction.count('subscriptions', { plan_id: plan.id, status: ['active', 'pending'] })
  if (inUse) for (const key of FROZEN) delete changes[key]
  const updated = await transaction.update('plans', plan.id, changes)
  if ('charges' in params) await replaceCharges(transaction, plan.id, records(params.charges))
  return updated
}

/** Ends what was sold with the plan, then removes it. */
async function destroy(transaction: Transaction, plan: PlanRow) {
  const subscriptions = await transaction.list('subscriptions', {
    plan_id: plan.id,
    status: ['active', 'pending'],
  })
  for (const { id, customer_id } of subscriptions) {
    const customer = await lockedOwner(transaction, customer_id)
    const subscription = await transaction.get('subscriptions', id)
    if (subscription.status === 'pending') await cancelPending(transaction, subscription)
    if (subscription.status === 'active') await terminate(transaction, customer, subscription)
  }
  return transaction.update('plans', plan.id, { pending_deletion: true, deleted_at: transaction.now })
}

function webhook(transaction: Transaction, type: string, { id }: PlanRow) {
  transaction.webhook(`plan.${type}`, 'plan', id, async () =>
    serializePlan(transaction, await transaction.get('plans', id), { detailed: true }),
  )
}

export function plans(sandbox: Sandbox) {
  const run = route(sandbox)
  const answer = async (transaction: Transaction, plan: PlanRow) => ({
    plan: await serializePlan(transaction, plan, { detailed: true }),
  })
  return new Hono()
    .get(
      '/',
      run(async (transaction, c) => {
        const { rows, meta } = await paginate(c, transaction, 'plans', { deleted_at: null, parent_id: null })
        return { plans: await serializeAll(rows, (plan) => serializePlan(transaction, plan)), meta }
      }),
    )
    .post(
      '/',
      run(async (transaction, c) => {
        const params = await bodyOf(c, 'plan')
        const plan = await transaction.insert('plans', await validated(transaction, params))
        await replaceCharges(transaction, plan.id, records(params.charges))
        webhook(transaction, 'created', plan)
        return answer(transaction, plan)
      }),
    )
    .get(
      '/:code',
      run(async (transaction, c) => answer(transaction, await findPlan(transaction, param(c, 'code')))),
    )
    .put(
      '/:code',
      run(async (transaction, c) => {
        const plan = await findPlan(transaction, param(c, 'code'))
        const updated = await update(transaction, plan, await bodyOf(c, 'plan'))
        webhook(transaction, 'updated', updated)
        return answer(transaction, updated)
      }),
    )
    .delete(
      '/:code',
      run(async (transaction, c) => {
        const deleted = await destroy(transaction, await findPlan(transaction, param(c, 'code')))
        webhook(transaction, 'deleted', deleted)
        return answer(transaction, deleted)
      }),
    )
    .route('/:code/entitlements', planEntitlementRoutes(sandbox))
}
