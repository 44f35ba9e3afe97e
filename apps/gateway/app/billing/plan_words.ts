import { inDigits, inPrice } from '#billing/wording'
import { languages } from '#config/i18n'
import { type Feature, type Line, metrics, type Plan, plans } from '#config/plans'
import { speak, t, type Values } from '#core/language'

type Word = 'name' | 'description'

const listed = (code: string) => plans.find((plan) => plan.code === code)
const own = ({ product }: Plan, word: Word) => t(`plans.${product}.${word}`)

/** As Lago is told: on invoices there is one language. */
export const inLago = (plan: Plan, word: Word) => speak(languages[0], () => own(plan, word))

/** What Lago says of a plan, in the language of whoever reads it; what somebody has changed there stays as it is. */
export function planWord(code: string, word: Word, lagoSays: string) {
  const plan = listed(code)
  return plan && inLago(plan, word) === lagoSays ? own(plan, word) : lagoSays
}

export const metricName = (metric: string, fallback: string) =>
  metric in metrics ? t(`plans.metrics.${metric as keyof typeof metrics}`) : fallback

export const featureName = (feature: Feature) => t(`plans.features.${feature}`)

const tiersOf = (plan: Plan, metric: keyof typeof metrics) =>
  plan.charges.find((charge) => charge.metric === metric)?.tiers ?? []
const included = (plan: Plan, metric: keyof typeof metrics) => inDigits(tiersOf(plan, metric)[0]?.upTo ?? 0)
const price = (plan: Plan, metric: keyof typeof metrics, units: number) =>
  inPrice(Number(tiersOf(plan, metric).at(-1)?.unitAmount ?? 0) * units, plan.currency)

/** What has to be filled in, from the same numbers that are charged and counted. */
const fillings: Partial<Record<Line, (plan: Plan) => Values>> = {
  calls: ({ entitlements }) => ({ calls: inDigits(entitlements.api_calls ?? 0) }),
  trial: ({ trialDays }) => ({ days: trialDays }),
  included_calls: (plan) => ({ calls: included(plan, 'api_calls') }),
  further_calls: (plan) => ({ price: price(plan, 'api_calls', 1_000) }),
  seats: (plan) => ({ seats: included(plan, 'seats'), price: price(plan, 'seats', 1) }),
}

/** What the pricing page promises of a plan. */
export function linesOf(code: string) {
  const plan = listed(code)
  return plan?.lines.map((line) => t(`plans.lines.${line}`, fillings[line]?.(plan))) ?? []
}
