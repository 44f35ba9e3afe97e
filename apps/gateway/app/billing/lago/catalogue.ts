import type { LagoMetric, LagoPlan, LagoTax } from '#billing/lago/types'
import type { Vat } from '#billing/details/vat'
import { type Feature, features, metrics } from '#config/plans'
import { client, dataOf, everyPage, LagoRefusal, orNull, safe } from '#billing/lago/transport'

/** Whether it goes on over the periods, and counts for as long as it lasts. */
const levelOf = (metric: (typeof metrics)[keyof typeof metrics]) =>
  'field' in metric
    ? { recurring: true, field_name: metric.field, weighted_interval: 'seconds' as const }
    : { recurring: false }

export const catalogue = {
  plans: (): Promise<LagoPlan[]> =>
    everyPage(
      (page) => client.plans.findAllPlans({ page }),
      ({ plans }) => plans,
    ),

  plan: (code: string): Promise<LagoPlan> =>
    dataOf(client.plans.findPlan(safe(code))).then(({ plan }) => plan),

  createPlan: (plan: PlanInput) => dataOf(client.plans.createPlan({ plan })),

  updatePlan: (plan: PlanInput) => dataOf(client.plans.updatePlan(safe(plan.code), { plan })),

  metrics: (): Promise<LagoMetric[]> =>
    everyPage(
      (page) => client.billableMetrics.findAllBillableMetrics({ page }),
      ({ billable_metrics }) => billable_metrics,
    ),

  createMetric: (code: keyof typeof metrics) =>
    dataOf(
      client.billableMetrics.createBillableMetric({
        billable_metric: {
          code,
          name: metrics[code].name,
          aggregation_type: metrics[code].aggregation,
          ...levelOf(metrics[code]),
        },
      }),
    ).then(({ billable_metric }) => billable_metric),

  features: () =>
    everyPage(
      (page) => client.features.findAllFeatures({ page }),
      ({ features: found }) => found,
    ),

  /** A limit has the privilege `max`; a flag is there or not. */
  createFeature: (code: Feature) =>
    dataOf(
      client.features.createFeature({
        feature: {
          code,
          name: features[code].name,
          privileges: features[code].kind === 'limit' ? [{ code: 'max', value_type: 'integer' }] : [],
        },
      }),
    ),

  /** Replaces all that a plan includes. */
  setEntitlements: (planCode: string, entitlements: Record<string, Record<string, number>>) =>
    dataOf(client.plans.createEntitlement(safe(planCode), { entitlements })),

  taxes: (): Promise<LagoTax[]> =>
    everyPage(
      (page) => client.taxes.findAllTaxes({ page }),
      ({ taxes }) => taxes,
    ),

  /** A tax that is there already stays as it is. */
  async ensureTax({ code, name, rate, description }: Vat) {
    if (await orNull(dataOf(client.taxes.findTax(safe(code))))) return
    const tax = { code, name, rate: String(rate), description, applied_to_organization: false }
    await dataOf(client.taxes.createTax({ tax })).catch((error: unknown) => {
      if (!(error instanceof LagoRefusal && error.names('value_already_exist'))) throw error
    })
  },

  updateTax: ({ code, name, rate, description }: Vat) =>
    dataOf(client.taxes.updateTax(safe(code), { tax: { code, name, rate: String(rate), description } })),
}

type PlanInput = Parameters<typeof client.plans.createPlan>[0]['plan']
