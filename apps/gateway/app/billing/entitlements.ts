import db from '@adonisjs/lucid/services/db'
import type { LagoPlan } from '#billing/lago'
import { planWord } from '#billing/plan_words'
import {
  defaultPlan,
  type Entitlements,
  type Feature,
  features,
  type Flag,
  type Limit,
  plans,
} from '#config/plans'

type Stored = Partial<Record<Feature, boolean | number | null>>

interface Row {
  code: string
  name: string | null
  entitlements: Stored | null
  overrides: Stored
}

/** What an organization may do: what its plan includes, and what it was granted beyond that. */
export class Entitled {
  constructor(
    readonly planCode: string,
    readonly planName: string,
    private granted: Entitlements,
  ) {}

  can(flag: Flag) {
    return this.granted[flag]
  }

  /** How much of it; null is without end. */
  limit(limit: Limit) {
    return this.granted[limit]
  }

  toObject() {
    return {
      planCode: this.planCode,
      planName: planWord(this.planCode, 'name', this.planName),
      features: this.granted,
    }
  }
}

/** Without a plan, or before its first payment, an organization has what the free one includes. */
const question = `
  select plan.code, p.name, p.entitlements,
    (select coalesce(json_object_agg(feature, value), '{}') from entitlement_overrides
     where organization_id = :organizationId) as overrides
  from (select coalesce((select plan_code from subscriptions
          where organization_id = :organizationId and status in ('active', 'past_due')), :defaultPlan) as code) plan
  left join plans p on p.code = plan.code`

export async function planOf(organizationId: string) {
  const { rows } = await db.rawQuery<{ rows: Row[] }>(question, { organizationId, defaultPlan })
  const { code, name, entitlements, overrides } = rows[0]!
  return new Entitled(code, name ?? code, { ...included(code, entitlements), ...overrides } as Entitlements)
}

/** What a plan includes: as Lago says, or, of a Lago that knows no features, as the price list does. */
export function included(code: string, stored: Stored | null) {
  const written = plans.find((plan) => plan.code === code) ?? plans.find((plan) => plan.code === defaultPlan)!
  return { ...written.entitlements, ...stored } as Entitlements
}

/** The entitlements of a plan of Lago's; empty where it has none at all. */
export function entitlementsOf({ entitlements = [] }: LagoPlan): Stored {
  const found = entitlements as unknown as { code: string; privileges: { code: string; value?: unknown }[] }[]
  if (found.length === 0) return {}
  return Object.fromEntries(
    Object.entries(features).map(([feature, { kind }]) => {
      const entitlement = found.find(({ code }) => code === feature)
      if (kind === 'flag') return [feature, entitlement !== undefined]
      const max = entitlement?.privileges.find(({ code }) => code === 'max')?.value
      return [feature, entitlement ? (max === undefined || max === null ? null : Number(max)) : 0]
    }),
  )
}

const asPrivileges = (value: boolean | number | null): Record<string, number> =>
  typeof value === 'number' ? { max: value } : {}

/** The same in Lago's words: a limit without a number has no end. */
export const toLagoEntitlements = (entitlements: Entitlements) =>
  Object.fromEntries(
    Object.entries(entitlements)
      .filter(([, value]) => value !== false)
      .map(([feature, value]) => [feature, asPrivileges(value)]),
  )
