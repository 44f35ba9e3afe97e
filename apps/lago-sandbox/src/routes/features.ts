import { Hono } from 'hono'
import { notFound } from '../errors.ts'
import { bodyOf, paginate, Problems, record, records, text, type Params } from '../http.ts'
import type { FeatureRow, Privilege } from '../rows.ts'
import type { Sandbox, Transaction } from '../sandbox.ts'
import { serializeFeature } from '../serializers/catalogue.ts'
import { param, present, route } from './route.ts'

const VALUE_TYPES = ['integer', 'string', 'boolean', 'select']

async function find(transaction: Transaction, code: string) {
  const feature = await transaction.find('features', { code, deleted_at: null })
  if (!feature) throw notFound('feature')
  return feature
}

function privilegesOf(params: Params, problems: Problems): Privilege[] {
  return records(params.privileges).map((privilege) => {
    const valueType = text(privilege.value_type) ?? 'string'
    if (!VALUE_TYPES.includes(valueType)) problems.add('privilege.value_type', 'value_is_invalid')
    problems.require(privilege, 'code')
    return {
      code: text(privilege.code) ?? '',
      name: text(privilege.name),
      value_type: valueType as Privilege['value_type'],
      config: record(privilege.config),
    }
  })
}

async function validated(transaction: Transaction, params: Params, current?: FeatureRow) {
  const problems = new Problems()
  const merged: Params = { ...current, ...params }
  problems.require(merged, 'code')
  const code = text(merged.code) ?? ''
  const same = await transaction.find('features', { code, deleted_at: null })
  if (same && same.id !== current?.id) problems.add('code', 'value_already_exist')
  const privileges = privilegesOf(merged, problems)
  problems.throwIfAny()
  return present(params, {
    code,
    name: text(merged.name),
    description: text(merged.description),
    privileges,
  })
}

function webhook(transaction: Transaction, type: string, { id }: FeatureRow) {
  transaction.webhook(`feature.${type}`, 'feature', id, async () =>
    serializeFeature(await transaction.get('features', id)),
  )
}

export function features(sandbox: Sandbox) {
  const run = route(sandbox)
  return new Hono()
    .get(
      '/',
      run(async (transaction, c) => {
        const { rows, meta } = await paginate(c, transaction, 'features', { deleted_at: null })
        return { features: rows.map(serializeFeature), meta }
      }),
    )
    .post(
      '/',
      run(async (transaction, c) => {
        const row = await validated(transaction, await bodyOf(c, 'feature'))
        const feature = await transaction.insert('features', row)
        webhook(transaction, 'created', feature)
        return { feature: serializeFeature(feature) }
      }),
    )
    .get(
      '/:code',
      run(async (transaction, c) => ({
        feature: serializeFeature(await find(transaction, param(c, 'code'))),
      })),
    )
    .put(
      '/:code',
      run(async (transaction, c) => {
        const feature = await find(transaction, param(c, 'code'))
        const row = await validated(transaction, await bodyOf(c, 'feature'), feature)
        const updated = await transaction.update('features', feature.id, row)
        webhook(transaction, 'updated', updated)
        return { feature: serializeFeature(updated) }
      }),
    )
    .delete(
      '/:code',
      run(async (transaction, c) => {
        const feature = await find(transaction, param(c, 'code'))
        const deleted = await transaction.update('features', feature.id, { deleted_at: transaction.now })
        await transaction.delete('entitlements', { feature_id: feature.id })
        webhook(transaction, 'deleted', deleted)
        return { feature: serializeFeature(deleted) }
      }),
    )
    .delete(
      '/:code/privileges/:privilege',
      run(async (transaction, c) => {
        const feature = await find(transaction, param(c, 'code'))
        const privileges = feature.privileges.filter(({ code }) => code !== param(c, 'privilege'))
        if (privileges.length === feature.privileges.length) throw notFound('privilege')
        const updated = await transaction.update('features', feature.id, { privileges })
        webhook(transaction, 'updated', updated)
        return { feature: serializeFeature(updated) }
      }),
    )
}
