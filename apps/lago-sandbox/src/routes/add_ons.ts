import { Hono } from 'hono'
import { isCurrency } from '../billing/money.ts'
import { requireTaxes } from '../domain/taxes.ts'
import { notFound } from '../errors.ts'
import { bodyOf, isBlank, paginate, Problems, strings, text, type Params } from '../http.ts'
import type { AddOnRow } from '../rows.ts'
import type { Sandbox, Transaction } from '../sandbox.ts'
import { serializeAddOn } from '../serializers/catalogue.ts'
import { param, present, route, serializeAll } from './route.ts'

async function find(transaction: Transaction, code: string) {
  const addOn = await transaction.find('add_ons', { code, deleted_at: null })
  if (!addOn) throw notFound('add_on')
  return addOn
}

async function validated(transaction: Transaction, params: Params, current?: AddOnRow) {
  const problems = new Problems()
  const merged: Params = { ...current, ...params }
  problems.require(merged, 'name', 'code', 'amount_cents', 'amount_currency')
  if (!isBlank(merged.amount_cents) && !(Number(merged.amount_cents) > 0)) {
    problems.add('amount_cents', 'value_is_out_of_range')
  }
  if (!isBlank(merged.amount_currency) && !isCurrency(merged.amount_currency)) {
    problems.add('amount_currency', 'value_is_invalid')
  }
  const code = text(merged.code) ?? ''
  const same = await transaction.find('add_ons', { code, deleted_at: null })
  if (same && same.id !== current?.id) problems.add('code', 'value_already_exist')
  problems.throwIfAny()
  await requireTaxes(transaction, strings(merged.tax_codes))
  return present(params, {
    name: text(merged.name)!,
    code,
    invoice_display_name: text(merged.invoice_display_name),
    description: text(merged.description),
    amount_cents: Math.round(Number(merged.amount_cents)),
    amount_currency: String(merged.amount_currency),
    tax_codes: strings(merged.tax_codes),
  })
}

export function addOns(sandbox: Sandbox) {
  const run = route(sandbox)
  const answer = async (transaction: Transaction, addOn: AddOnRow) => ({
    add_on: await serializeAddOn(transaction, addOn),
  })
  return new Hono()
    .get(
      '/',
      run(async (transaction, c) => {
        const { rows, meta } = await paginate(c, transaction, 'add_ons', { deleted_at: null })
        return { add_ons: await serializeAll(rows, (row) => serializeAddOn(transaction, row)), meta }
      }),
    )
    .post(
      '/',
      run(async (transaction, c) =>
        answer(
          transaction,
          await transaction.insert('add_ons', await validated(transaction, await bodyOf(c, 'add_on'))),
        ),
      ),
    )
    .get(
      '/:code',
      run(async (transaction, c) => answer(transaction, await find(transaction, param(c, 'code')))),
    )
    .put(
      '/:code',
      run(async (transaction, c) => {
        const addOn = await find(transaction, param(c, 'code'))
        const row = await validated(transaction, await bodyOf(c, 'add_on'), addOn)
        return answer(transaction, await transaction.update('add_ons', addOn.id, row))
      }),
    )
    .delete(
      '/:code',
      run(async (transaction, c) => {
        const addOn = await find(transaction, param(c, 'code'))
        return answer(
          transaction,
          await transaction.update('add_ons', addOn.id, { deleted_at: transaction.now }),
        )
      }),
    )
}
