import { Hono } from 'hono'
import { decimal } from '../billing/money.ts'
import { notFound } from '../errors.ts'
import { bodyOf, paginate, Problems, text, type Params } from '../http.ts'
import type { TaxRow } from '../rows.ts'
import type { Sandbox, Transaction } from '../sandbox.ts'
import { serializeTax } from '../serializers/common.ts'
import { param, present, route } from './route.ts'

async function find(transaction: Transaction, code: string) {
  const tax = await transaction.find('taxes', { code, deleted_at: null })
  if (!tax) throw notFound('tax')
  return tax
}

async function validated(transaction: Transaction, params: Params, current?: TaxRow) {
  const problems = new Problems()
  const merged = { ...current, ...params }
  problems.require(merged, 'name', 'code', 'rate')
  if (!decimal(merged.rate ?? 0).isFinite()) problems.add('rate', 'value_is_invalid')
  const code = text(merged.code) ?? ''
  const same = await transaction.find('taxes', { code, deleted_at: null })
  if (same && same.id !== current?.id) problems.add('code', 'value_already_exist')
  problems.throwIfAny()
  return present(merged, {
    name: text(merged.name)!,
    code,
    rate: Number(merged.rate),
    description: text(merged.description),
    applied_to_organization: merged.applied_to_organization === true,
  })
}

export function taxes(sandbox: Sandbox) {
  const run = route(sandbox)
  return new Hono()
    .get(
      '/',
      run(async (transaction, c) => {
        const { rows, meta } = await paginate(c, transaction, 'taxes', { deleted_at: null })
        return { taxes: rows.map(serializeTax), meta }
      }),
    )
    .post(
      '/',
      run(async (transaction, c) => {
        const row = await validated(transaction, await bodyOf(c, 'tax'))
        return { tax: serializeTax(await transaction.insert('taxes', row)) }
      }),
    )
    .get(
      '/:code',
      run(async (transaction, c) => ({ tax: serializeTax(await find(transaction, param(c, 'code'))) })),
    )
    .put(
      '/:code',
      run(async (transaction, c) => {
        const tax = await find(transaction, param(c, 'code'))
        const row = await validated(transaction, await bodyOf(c, 'tax'), tax)
        return { tax: serializeTax(await transaction.update('taxes', tax.id, row)) }
      }),
    )
    .delete(
      '/:code',
      run(async (transaction, c) => {
        const tax = await find(transaction, param(c, 'code'))
        return {
          tax: serializeTax(await transaction.update('taxes', tax.id, { deleted_at: transaction.now })),
        }
      }),
    )
}
