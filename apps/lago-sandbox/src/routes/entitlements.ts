import { Hono } from 'hono'
import { planEntitlements, subscriptionEntitlements } from '../domain/entitlements.ts'
import { findPlan } from '../domain/plans.ts'
import { invalid, notFound } from '../errors.ts'
import { bodyOf, record, type Params } from '../http.ts'
import type { EntitlementRow, FeatureRow, SubscriptionRow } from '../rows.ts'
import type { Sandbox, Transaction } from '../sandbox.ts'
import { param, route } from './route.ts'

type Owner = { plan_id: string } | { subscription_id: string }

async function requireFeature(transaction: Transaction, code: string) {
  const feature = await transaction.find('features', { code, deleted_at: null })
  if (!feature) throw notFound('feature')
  return feature
}

function checkPrivileges(feature: FeatureRow, values: Params) {
  for (const [code, value] of Object.entries(values)) {
    const privilege = feature.privileges.find((candidate) => candidate.code === code)
    if (!privilege) throw notFound('privilege')
    const valid = {
      integer: () => Number.isInteger(typeof value === 'string' ? Number(value) : value),
      boolean: () => typeof value === 'boolean' || value === 'true' || value === 'false',
      string: () => typeof value === 'string',
      select: () => (privilege.config.select_options as unknown[] | undefined)?.includes(value) ?? false,
    }[privilege.value_type]()
    if (!valid) throw invalid({ [`${feature.code}.${code}`]: ['value_is_invalid'] })
  }
}

async function write(transaction: Transaction, owner: Owner, entitlements: Params) {
  for (const [code, value] of Object.entries(entitlements)) {
    const feature = await requireFeature(transaction, code)
    const privileges = record(value)
    checkPrivileges(feature, privileges)
    const existing = await transaction.find('entitlements', { ...owner, feature_id: feature.id })
    const row: Partial<EntitlementRow> = {
      privileges: { ...existing?.privileges, ...privileges },
      removed: false,
    }
    if (existing) await transaction.update('entitlements', existing.id, row)
    else await transaction.insert('entitlements', { ...owner, ...row, feature_id: feature.id })
  }
}

async function removePrivilege(transaction: Transaction, owner: Owner, code: string, privilege: string) {
  const feature = await requireFeature(transaction, code)
  const existing = await transaction.find('entitlements', { ...owner, feature_id: feature.id })
  if (!existing || !(privilege in existing.privileges)) throw notFound('privilege')
  const { [privilege]: _, ...rest } = existing.privileges
  await transaction.update('entitlements', existing.id, { privileges: rest })
}

export function planEntitlementRoutes(sandbox: Sandbox) {
  const run = route(sandbox)
  const answer = async (transaction: Transaction, code: string) => ({
    entitlements: await planEntitlements(transaction, await findPlan(transaction, code)),
  })
  return new Hono()
    .get(
      '/',
      run((transaction, c) => answer(transaction, param(c, 'code'))),
    )
    .post(
      '/',
      run(async (transaction, c) => {
        const plan = await findPlan(transaction, param(c, 'code'))
        const entitlements = await bodyOf(c, 'entitlements')
        await transaction.delete('entitlements', { plan_id: plan.id })
        await write(transaction, { plan_id: plan.id }, entitlements)
        return answer(transaction, plan.code)
      }),
    )
    .patch(
      '/',
      run(async (transaction, c) => {
        const plan = await findPlan(transaction, param(c, 'code'))
        await write(transaction, { plan_id: plan.id }, await bodyOf(c, 'entitlements'))
        return answer(transaction, plan.code)
      }),
    )
    .get(
      '/:feature',
      run(async (transaction, c) => {
        const plan = await findPlan(transaction, param(c, 'code'))
        const all = await planEntitlements(transaction, plan)
        const entitlement = all.find(({ code }) => code === param(c, 'feature'))
        if (!entitlement) throw notFound('entitlement')
        return { entitlement }
      }),
    )
    .delete(
      '/:feature',
      run(async (transaction, c) => {
        const plan = await findPlan(transaction, param(c, 'code'))
        const all = await planEntitlements(transaction, plan)
        const entitlement = all.find(({ code }) => code === param(c, 'feature'))
        if (!entitlement) throw notFound('entitlement')
        const feature = await requireFeature(transaction, entitlement.code)
        await transaction.delete('entitlements', { plan_id: plan.id, feature_id: feature.id })
        return { entitlement }
      }),
    )
    .delete(
      '/:feature/privileges/:privilege',
      run(async (transaction, c) => {
        const plan = await findPlan(transaction, param(c, 'code'))
        await removePrivilege(transaction, { plan_id: plan.id }, param(c, 'feature'), param(c, 'privilege'))
        const all = await planEntitlements(transaction, plan)
        return { entitlement: all.find(({ code }) => code === param(c, 'feature')) }
      }),
    )
}

async function currentSubscription(transaction: Transaction, externalId: string): Promise<SubscriptionRow> {
  const subscription = await transaction.find('subscriptions', { external_id: externalId, status: 'active' })
  if (!subscription) throw notFound('subscription')
  return subscription
}

export function subscriptionEntitlementRoutes(sandbox: Sandbox) {
  const run = route(sandbox)
  const answer = async (transaction: Transaction, subscription: SubscriptionRow) => ({
    entitlements: await subscriptionEntitlements(transaction, subscription),
  })
  return new Hono()
    .get(
      '/',
      run(async (transaction, c) =>
        answer(transaction, await currentSubscription(transaction, param(c, 'external_id'))),
      ),
    )
    .patch(
      '/',
      run(async (transaction, c) => {
        const subscription = await currentSubscription(transaction, param(c, 'external_id'))
        await write(transaction, { subscription_id: subscription.id }, await bodyOf(c, 'entitlements'))
        return answer(transaction, subscription)
      }),
    )
    .delete(
      '/:feature',
      run(async (transaction, c) => {
        const subscription = await currentSubscription(transaction, param(c, 'external_id'))
        const feature = await requireFeature(transaction, param(c, 'feature'))
        const owner = { subscription_id: subscription.id, feature_id: feature.id }
        const existing = await transaction.find('entitlements', owner)
        const removed = { removed: true, privileges: {} }
        if (existing) await transaction.update('entitlements', existing.id, removed)
        else await transaction.insert('entitlements', { ...owner, ...removed })
        return answer(transaction, subscription)
      }),
    )
}
