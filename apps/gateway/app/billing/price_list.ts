import db from '@adonisjs/lucid/services/db'
import { entitlementsOf, toLagoEntitlements } from '#billing/entitlements'
import { type Feature, features, metrics, type Plan, plans, type Tier } from '#config/plans'
import { inLago } from '#billing/plan_words'
import { vats } from '#billing/details/vat'
import { lago, type LagoCurrency, type LagoMetric, type LagoPlan, type LagoTax } from '#billing/lago'

type LagoCharge = NonNullable<LagoPlan['charges']>[number]

/** Of the taxes that invoices of ours have had, those that Lago would now put on with another rate or name. */
const outdated = (known: LagoTax[]) =>
  vats.filter((vat) =>
    known.some(({ code, name, rate }) => code === vat.code && (name !== vat.name || rate !== vat.rate)),
  )

const nameOf = (metric: string) => metrics[metric as keyof typeof metrics]?.name ?? metric

/** Lago's charge models as tiers; of models that the price list does not use there are none to show. */
function tiersOf({ charge_model: model, properties }: LagoCharge): Tier[] {
  if (model === 'standard') return [{ upTo: null, unitAmount: String(properties.amount), flatAmount: '0' }]
  if (model !== 'graduated') return []
  return (properties.graduated_ranges ?? []).map((range) => ({
    upTo: range.to_value ?? null,
    unitAmount: String(range.per_unit_amount),
    flatAmount: String(range.flat_amount),
  }))
}

/** A plan of the price list in Lago's terms. A plan without usage is billed when its period begins. */
function toLago(plan: Plan, metricIds: Map<string, string>, current?: LagoPlan) {
  return {
    code: plan.code,
    name: inLago(plan, 'name'),
    description: inLago(plan, 'description'),
    interval: plan.interval,
    amount_cents: plan.amountCents,
    amount_currency: plan.currency as LagoCurrency,
    trial_period: plan.trialDays,
    pay_in_advance: true,
    charges: plan.charges.map(({ metric, tiers }) => ({
      id: current?.charges?.find((charge) => charge.billable_metric_code === metric)?.lago_id,
      billable_metric_id: metricIds.get(metric)!,
      charge_model: 'graduated' as const,
      properties: {
        graduated_ranges: tiers.map(({ upTo, unitAmount, flatAmount }, index) => ({
          from_value: index === 0 ? 0 : tiers[index - 1]!.upTo! + 1,
          to_value: upTo,
          per_unit_amount: unitAmount,
          flat_amount: flatAmount,
        })),
      },
    })),
  }
}

const asNumbers = (tiers: Tier[]) =>
  tiers.map((tier) => [tier.upTo, Number(tier.unitAmount), Number(tier.flatAmount)])

const inOrder = (entitlements: Partial<Record<Feature, unknown>>) =>
  (Object.keys(features) as Feature[]).map((feature) => [feature, entitlements[feature]])

/** Lago promises no order of a plan's charges. */
const chargesOf = ({ charges }: LagoPlan) =>
  (charges ?? []).toSorted((a, b) => (a.billable_metric_code < b.billable_metric_code ? -1 : 1))

const byMetric = (charges: Plan['charges']) => charges.toSorted((a, b) => (a.metric < b.metric ? -1 : 1))

/** The names of what differs between the price list and Lago. */
export function driftOf(plan: Plan, current: LagoPlan) {
  const charges = chargesOf(current).map((charge) => [
    charge.billable_metric_code,
    asNumbers(tiersOf(charge)),
  ])
  const facts = {
    name: [inLago(plan, 'name'), current.name],
    description: [inLago(plan, 'description'), current.description ?? ''],
    interval: [plan.interval, current.interval],
    amount: [plan.amountCents, current.amount_cents],
    currency: [plan.currency, current.amount_currency],
    trial: [plan.trialDays, current.trial_period ?? 0],
    payment: [true, current.pay_in_advance ?? false],
    entitlements: [inOrder(plan.entitlements), inOrder(entitlementsOf(current))],
    charges: [byMetric(plan.charges).map(({ metric, tiers }) => [metric, asNumbers(tiers)]), charges],
  }
  return Object.entries(facts)
    .filter(([, [wanted, found]]) => JSON.stringify(wanted) !== JSON.stringify(found))
    .map(([name]) => name)
}

/** Brings Lago in line with `config/plans.ts`; what Lago has beyond that stays. Doing it again changes nothing. */
export class PriceList {
  /** @returns a sentence for each thing that was changed */
  async apply() {
    const [knownMetrics, knownPlans] = await Promise.all([lago.metrics(), lago.plans()])
    const done: string[] = []
    const metricIds = await this.#metrics(knownMetrics, done)
    await this.#features(done)
    for (const vat of outdated(await lago.taxes())) {
      await lago.updateTax(vat)
      done.push(`tax ${vat.code} updated`)
    }

    for (const plan of plans) {
      const current = knownPlans.find(({ code }) => code === plan.code)
      const drift = current ? driftOf(plan, current) : []
      if (current && drift.length === 0) continue

      await (current
        ? lago.updatePlan(toLago(plan, metricIds, current))
        : lago.createPlan(toLago(plan, metricIds)))
      await lago.setEntitlements(plan.code, toLagoEntitlements(plan.entitlements))
      done.push(current ? `plan ${plan.code} updated: ${drift.join(', ')}` : `plan ${plan.code} created`)
    }
    await mirrorPlans(done.length > 0 ? await lago.plans() : knownPlans)
    return done
  }

  /** @returns a sentence for each thing that `apply` would change */
  async drift() {
    const [knownMetrics, knownFeatures, knownPlans, knownTaxes] = await Promise.all([
      lago.metrics(),
      lago.features(),
      lago.plans(),
      lago.taxes(),
    ])
    const missing = (kind: string, wanted: string[], known: { code: string }[]) =>
      wanted
        .filter((code) => !known.some((one) => one.code === code))
        .map((code) => `${kind} ${code} is missing`)
    const differing = plans.flatMap((plan) => {
      const current = knownPlans.find(({ code }) => code === plan.code)
      const names = current ? driftOf(plan, current) : []
      return names.length > 0 ? [`plan ${plan.code} differs in ${names.join(', ')}`] : []
    })
    return [
      ...missing('metric', Object.keys(metrics), knownMetrics),
      ...missing('feature', Object.keys(features), knownFeatures),
      ...missing(
        'plan',
        plans.map(({ code }) => code),
        knownPlans,
      ),
      ...differing,
      ...outdated(knownTaxes).map(({ code }) => `tax ${code} differs`),
    ]
  }

  async #features(done: string[]) {
    const known = await lago.features()
    for (const code of Object.keys(features) as Feature[]) {
      if (known.some((feature) => feature.code === code)) continue
      await lago.createFeature(code)
      done.push(`feature ${code} created`)
    }
  }

  async #metrics(known: LagoMetric[], done: string[]) {
    const ids = new Map(known.map(({ code, lago_id: id }) => [code, id]))
    for (const code of Object.keys(metrics) as (keyof typeof metrics)[]) {
      if (ids.has(code)) continue
      ids.set(code, (await lago.createMetric(code)).lago_id)
      done.push(`metric ${code} created`)
    }
    return ids
  }
}

/** Copies Lago's plans into our table, where the pricing page reads them. */
export async function mirrorPlans(found?: LagoPlan[]) {
  const rows = (found ?? (await lago.plans())).map((plan) => ({
    code: plan.code,
    name: plan.name,
    description: plan.description ?? '',
    interval: plan.interval,
    amount_cents: plan.amount_cents,
    currency: plan.amount_currency,
    trial_days: Math.round(plan.trial_period ?? 0),
    entitlements: JSON.stringify(entitlementsOf(plan)),
    charges: JSON.stringify(
      chargesOf(plan).map((charge) => ({
        metric: charge.billable_metric_code,
        name: nameOf(charge.billable_metric_code),
        tiers: tiersOf(charge),
      })),
    ),
    synced_at: new Date(),
  }))
  if (rows.length > 0) await db.knexQuery().table('plans').insert(rows).onConflict('code').merge()
}
