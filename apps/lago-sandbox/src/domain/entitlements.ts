import type { EntitlementRow, FeatureRow, PlanRow, SubscriptionRow } from '../rows.ts'
import type { Transaction } from '../sandbox.ts'

interface Granted {
  feature: FeatureRow
  entitlement: EntitlementRow
}

async function granted(transaction: Transaction, rows: EntitlementRow[]): Promise<Granted[]> {
  const result: Granted[] = []
  for (const entitlement of rows) {
    const feature = await transaction.get('features', entitlement.feature_id)
    if (!feature.deleted_at) result.push({ feature, entitlement })
  }
  return result
}

/** Child plans of an override have the entitlements of their parent. */
const ofPlan = async (transaction: Transaction, plan: PlanRow) =>
  granted(transaction, await transaction.list('entitlements', { plan_id: plan.parent_id ?? plan.id }))

export async function planEntitlements(transaction: Transaction, plan: PlanRow) {
  return (await ofPlan(transaction, plan)).map(({ feature, entitlement }) => ({
    code: feature.code,
    name: feature.name,
    description: feature.description,
    privileges: feature.privileges
      .filter(({ code }) => code in entitlement.privileges)
      .map((privilege) => ({ ...privilege, value: entitlement.privileges[privilege.code] })),
  }))
}

/** What a subscription may do: its plan's entitlements with its own on top. */
export async function subscriptionEntitlements(transaction: Transaction, subscription: SubscriptionRow) {
  const plan = await transaction.get('plans', subscription.plan_id)
  const fromPlan = await ofPlan(transaction, plan)
  const own = await granted(
    transaction,
    await transaction.list('entitlements', { subscription_id: subscription.id }),
  )
  const features = new Map([...fromPlan, ...own].map(({ feature }) => [feature.id, feature]))
  return [...features.values()].flatMap((feature) => {
    const planned = fromPlan.find((entry) => entry.feature.id === feature.id)?.entitlement.privileges ?? {}
    const override = own.find((entry) => entry.feature.id === feature.id)?.entitlement
    if (override?.removed) return []
    const overrides = override?.privileges ?? {}
    return [
      {
        code: feature.code,
        name: feature.name,
        description: feature.description,
        privileges: feature.privileges
          .filter(({ code }) => code in planned || code in overrides)
          .map((privilege) => ({
            ...privilege,
            value: overrides[privilege.code] ?? planned[privilege.code] ?? null,
            plan_value: planned[privilege.code] ?? null,
            override_value: overrides[privilege.code] ?? null,
          })),
        overrides,
      },
    ]
  })
}
