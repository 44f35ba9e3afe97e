import type { Json } from './scenarios.ts'

/** Keys whose values are names of our own choice, so that each run can have its own. */
const NAMES = new Set([
  'code',
  'external_id',
  'external_customer_id',
  'external_subscription_id',
  'transaction_id',
  'plan_code',
  'previous_plan_code',
  'next_plan_code',
  'coupon_code',
  'add_on_code',
  'billable_metric_code',
  'tax_code',
  'tax_codes',
  'plan_codes',
  'billable_metric_codes',
])

const COLLECTIONS = new Set([
  'customers',
  'subscriptions',
  'plans',
  'coupons',
  'billable_metrics',
  'add_ons',
  'taxes',
  'features',
  'events',
])
const FIXED_SEGMENTS = new Set(['batch', 'estimate_fees'])

/** Gives every name of a run the run's suffix, in bodies, expectations and paths. */
export class Names {
  readonly #suffix: string

  constructor(run: string) {
    this.#suffix = `_${run}`
  }

  one(name: string) {
    return name + this.#suffix
  }

  in<T>(value: T): T {
    return this.#replace(value) as T
  }

  path(path: string) {
    const [route = '', query] = path.split('?')
    const segments = route.split('/')
    const named = segments.map((segment, index) =>
      COLLECTIONS.has(segments[index - 1] ?? '') && index === 2 && !FIXED_SEGMENTS.has(segment)
        ? this.one(segment)
        : segment,
    )
    if (query === undefined) return named.join('/')
    const parameters = query.split('&').map((parameter) => {
      const [key = '', value = ''] = parameter.split('=')
      return `${key}=${NAMES.has(key) ? this.one(value) : value}`
    })
    return `${named.join('/')}?${parameters.join('&')}`
  }

  #replace(value: unknown, key = ''): unknown {
    if (Array.isArray(value)) return value.map((entry) => this.#replace(entry, key))
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(
        Object.entries(value as Json).map(([name, entry]) => [name, this.#replace(entry, name)]),
      )
    }
    return typeof value === 'string' && value !== '' && NAMES.has(key) ? this.one(value) : value
  }
}
