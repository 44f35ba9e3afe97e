import { Hono } from 'hono'
import { decimal, isCurrency } from '../billing/money.ts'
import { lockedCustomer, preferCurrency, requireCustomer } from '../domain/customers.ts'
import { invalid, notAllowed, notFound } from '../errors.ts'
import {
  bodyOf,
  findById,
  isBlank,
  paginate,
  parseDate,
  Problems,
  record,
  strings,
  text,
  type Params,
} from '../http.ts'
import type { AppliedCouponRow, CouponRow, CustomerRow } from '../rows.ts'
import type { Sandbox, Transaction } from '../sandbox.ts'
import { serializeAppliedCoupon, serializeCoupon } from '../serializers/catalogue.ts'
import { customerParam, param, present, route, serializeAll } from './route.ts'

const TYPES = ['fixed_amount', 'percentage']
const FREQUENCIES = ['once', 'recurring', 'forever']
const EXPIRATIONS = ['no_expiration', 'time_limit']

async function find(transaction: Transaction, code: string) {
  const coupon = await transaction.find('coupons', { code, deleted_at: null })
  if (!coupon) throw notFound('coupon')
  return coupon
}

function amountProblems(problems: Problems, merged: Params) {
  if (merged.coupon_type === 'fixed_amount') {
    if (!(Number(merged.amount_cents) > 0)) problems.add('amount_cents', 'value_is_out_of_range')
    if (!isCurrency(merged.amount_currency)) problems.add('amount_currency', 'value_is_invalid')
  } else if (!decimal(merged.percentage_rate ?? NaN).isFinite()) {
    problems.add('percentage_rate', 'value_is_mandatory')
  }
}

async function validated(transaction: Transaction, params: Params, current?: CouponRow) {
  const problems = new Problems()
  const merged: Params = { ...current, ...params }
  problems.require(merged, 'name', 'code')
  const oneOf = (field: string, values: string[]) => {
    if (!values.includes(text(merged[field]) ?? '')) problems.add(field, 'value_is_invalid')
  }
  oneOf('coupon_type', TYPES)
  oneOf('frequency', FREQUENCIES)
  oneOf('expiration', EXPIRATIONS)
  amountProblems(problems, merged)
  if (merged.frequency === 'recurring' && !(Number(merged.frequency_duration) > 0)) {
    problems.add('frequency_duration', 'value_is_mandatory')
  }
  const expiration =
    merged.expiration_at instanceof Date ? merged.expiration_at : parseDate(merged.expiration_at)
  if (
    merged.expiration === 'time_limit' &&
    (!expiration || ('expiration_at' in params && expiration <= transaction.now))
  ) {
    problems.add('expiration_at', 'invalid_date')
  }
  const code = text(merged.code) ?? ''
  const same = await transaction.find('coupons', { code, deleted_at: null })
  if (same && same.id !== current?.id) problems.add('code', 'value_already_exist')
  problems.throwIfAny()
  const appliesTo = record(params.applies_to)
  return {
    ...present(params, {
      name: text(merged.name)!,
      code,
      description: text(merged.description),
      coupon_type: merged.coupon_type as CouponRow['coupon_type'],
      amount_cents: merged.amount_cents == null ? null : Number(merged.amount_cents),
      amount_currency: text(merged.amount_currency),
      percentage_rate: merged.percentage_rate == null ? null : decimal(merged.percentage_rate).toFixed(),
      frequency: merged.frequency as CouponRow['frequency'],
      frequency_duration: merged.frequency_duration == null ? null : Number(merged.frequency_duration),
      expiration: text(merged.expiration)!,
      expiration_at: expiration ?? null,
      reusable: merged.reusable !== false,
    }),
    ...present(appliesTo, {
      plan_codes: strings(appliesTo.plan_codes),
      billable_metric_codes: strings(appliesTo.billable_metric_codes),
    }),
  }
}

export function coupons(sandbox: Sandbox) {
  const run = route(sandbox)
  return new Hono()
    .get(
      '/',
      run(async (transaction, c) => {
        const { rows, meta } = await paginate(c, transaction, 'coupons', { deleted_at: null })
        return { coupons: rows.map(serializeCoupon), meta }
      }),
    )
    .post(
      '/',
      run(async (transaction, c) => {
        const row = await validated(transaction, await bodyOf(c, 'coupon'))
        return { coupon: serializeCoupon(await transaction.insert('coupons', row)) }
      }),
    )
    .get(
      '/:code',
      run(async (transaction, c) => ({
        coupon: serializeCoupon(await find(transaction, param(c, 'code'))),
      })),
    )
    .put(
      '/:code',
      run(async (transaction, c) => {
        const coupon = await find(transaction, param(c, 'code'))
        const row = await validated(transaction, await bodyOf(c, 'coupon'), coupon)
        return { coupon: serializeCoupon(await transaction.update('coupons', coupon.id, row)) }
      }),
    )
    .delete(
      '/:code',
      run(async (transaction, c) => {
        const coupon = await find(transaction, param(c, 'code'))
        await transaction.query(
          `update applied_coupons set status = 'terminated', terminated_at = $1, updated_at = $1
           where coupon_id = $2 and status = 'active'`,
          [transaction.now, coupon.id],
        )
        const deleted = await transaction.update('coupons', coupon.id, {
          status: 'terminated',
          terminated_at: coupon.terminated_at ?? transaction.now,
          deleted_at: transaction.now,
        })
        return { coupon: serializeCoupon(deleted) }
      }),
    )
}

/** Two coupons of the same plan limit may not be held at the same time. */
async function overlaps(transaction: Transaction, customer: CustomerRow, coupon: CouponRow) {
  if (coupon.plan_codes.length === 0) return false
  const [row] = await transaction.query(
    `select 1 from applied_coupons join coupons on coupons.id = coupon_id
     where customer_id = $1 and applied_coupons.status = 'active' and plan_codes && $2 and coupon_id <> $3`,
    [customer.id, coupon.plan_codes, coupon.id],
  )
  return row !== undefined
}

async function apply(transaction: Transaction, params: Params) {
  const customer = await lockedCustomer(transaction, text(params.external_customer_id) ?? '')
  const coupon = await transaction.find('coupons', {
    code: text(params.coupon_code) ?? '',
    deleted_at: null,
    status: 'active',
  })
  if (!coupon || (coupon.expiration_at && coupon.expiration_at <= transaction.now)) throw notFound('coupon')
  const held = await transaction.count('applied_coupons', { customer_id: customer.id, coupon_id: coupon.id })
  if (!coupon.reusable && held > 0) throw invalid({ coupon: ['coupon_is_not_reusable'] })
  if (await overlaps(transaction, customer, coupon)) throw notAllowed('plan_overlapping')
  if (coupon.amount_currency) await preferCurrency(transaction, customer, coupon.amount_currency)
  const fixed = coupon.coupon_type === 'fixed_amount'
  const frequency = (text(params.frequency) ?? coupon.frequency) as CouponRow['frequency']
  const duration =
    params.frequency_duration == null ? coupon.frequency_duration : Number(params.frequency_duration)
  return transaction.insert('applied_coupons', {
    coupon_id: coupon.id,
    customer_id: customer.id,
    amount_cents: fixed ? Number(params.amount_cents ?? coupon.amount_cents) : null,
    amount_currency: fixed ? (text(params.amount_currency) ?? coupon.amount_currency) : null,
    percentage_rate: fixed ? null : decimal(params.percentage_rate ?? coupon.percentage_rate).toFixed(),
    frequency,
    frequency_duration: duration,
    frequency_duration_remaining: frequency === 'recurring' ? duration : null,
  })
}

async function listApplied(
  transaction: Transaction,
  c: Parameters<typeof paginate>[0],
  customer?: CustomerRow,
) {
  const where: { [K in keyof AppliedCouponRow]?: AppliedCouponRow[K] } = {}
  if (customer) where.customer_id = customer.id
  const status = c.req.query('status')
  if (status === 'active' || status === 'terminated') where.status = status
  const { rows, meta } = await paginate(c, transaction, 'applied_coupons', where)
  return {
    applied_coupons: await serializeAll(rows, (row) =>
      serializeAppliedCoupon(transaction, row, { credits: true }),
    ),
    meta,
  }
}

export function appliedCoupons(sandbox: Sandbox) {
  const run = route(sandbox)
  return new Hono()
    .get(
      '/',
      run(async (transaction, c) => {
        const externalId = c.req.query('external_customer_id')
        const customer = isBlank(externalId) ? undefined : await requireCustomer(transaction, externalId!)
        return listApplied(transaction, c, customer)
      }),
    )
    .post(
      '/',
      run(async (transaction, c) => {
        const applied = await apply(transaction, await bodyOf(c, 'applied_coupon'))
        return { applied_coupon: await serializeAppliedCoupon(transaction, applied) }
      }),
    )
}

export function customerAppliedCoupons(sandbox: Sandbox) {
  const run = route(sandbox)
  return new Hono()
    .get(
      '/',
      run(async (transaction, c) =>
        listApplied(transaction, c, await requireCustomer(transaction, customerParam(c))),
      ),
    )
    .delete(
      '/:id',
      run(async (transaction, c) => {
        const customer = await lockedCustomer(transaction, customerParam(c))
        const applied = await findById(transaction, 'applied_coupons', param(c, 'id'), 'applied_coupon', {
          customer_id: customer.id,
          status: 'active',
        })
        const terminated = await transaction.update('applied_coupons', applied.id, {
          status: 'terminated',
          terminated_at: transaction.now,
        })
        return { applied_coupon: await serializeAppliedCoupon(transaction, terminated) }
      }),
    )
}
