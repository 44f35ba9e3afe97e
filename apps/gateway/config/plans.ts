/** Money inside a tier is a decimal string in major units, exact to fractions of a cent. */
export interface Tier {
  /** The last unit of the tier; null in the last one, which is open. */
  upTo: number | null
  unitAmount: string
  flatAmount: string
}

/** A plan in one currency: what Lago calls a plan. */
export interface Plan {
  code: string
  /** Whose words it has, in `resources/lang/<language>/plans.json`. */
  product: Product
  interval: 'monthly' | 'yearly'
  currency: string
  amountCents: number
  trialDays: number
  /** What the pricing page promises; every line is true of the product as it is. */
  lines: readonly Line[]
  charges: { metric: keyof typeof metrics; tiers: Tier[] }[]
  entitlements: Entitlements
}

/** What a plan can include: a flag is there or not, a limit says how much, and null is without end. */
export const features = {
  sso: { name: 'Single sign-on', kind: 'flag' },
  api_calls: { name: 'API calls a month', kind: 'limit' },
} as const

export type Feature = keyof typeof features
type Kind<K> = { [F in Feature]: (typeof features)[F]['kind'] extends K ? F : never }[Feature]
export type Flag = Kind<'flag'>
export type Limit = Kind<'limit'>
export type Entitlements = Record<Flag, boolean> & Record<Limit, number | null>

/** What an organization without a plan has. */
export const defaultPlan = 'free'

/** The first is that of whoever has not chosen. Another has to be priced below; nothing else knows how many there are. */
export const currencies = ['EUR', 'USD'] as const
export type Currency = (typeof currencies)[number]

export const metrics = {
  api_calls: { name: 'API calls', aggregation: 'count_agg' },
  /** Each event says by how much it changed; a member who comes on the tenth day of thirty counts two thirds. */
  seats: { name: 'Members', aggregation: 'weighted_sum_agg', field: 'quantity' },
} as const satisfies Record<string, Metric>

interface Metric {
  name: string
  aggregation: 'count_agg' | 'weighted_sum_agg'
  /** Of a level that lasts over the periods: where an event says by how much it changed. */
  field?: string
}

export type Product = 'free' | 'pro' | 'scale'
export type Line =
  | 'organization'
  | 'roles'
  | 'api'
  | 'calls'
  | 'no_card'
  | 'as_free'
  | 'trial'
  | 'fixed_price'
  | 'cancel'
  | 'two_months'
  | 'sso'
  | 'included_calls'
  | 'further_calls'
  | 'seats'

/** Of a plan in every currency: prices of the plan in minor units, of what is used as in a tier. */
interface Offer extends Omit<Plan, 'currency' | 'amountCents' | 'charges'> {
  amountCents: Record<Currency, number>
  charges: { metric: keyof typeof metrics; tiers: OfferedTier[] }[]
}

interface OfferedTier {
  upTo: number | null
  unitAmount: Record<Currency, string> | '0'
}

const pro = {
  product: 'pro',
  trialDays: 14,
  lines: ['as_free', 'trial', 'fixed_price', 'cancel'],
  charges: [],
  entitlements: { sso: false, api_calls: null },
} satisfies Partial<Offer>

const offers: Offer[] = [
  {
    code: 'free',
    product: 'free',
    interval: 'monthly',
    amountCents: { EUR: 0, USD: 0 },
    trialDays: 0,
    lines: ['organization', 'roles', 'api', 'calls', 'no_card'],
    charges: [],
    entitlements: { sso: false, api_calls: 1_000 },
  },
  { ...pro, code: 'pro_monthly', interval: 'monthly', amountCents: { EUR: 29_00, USD: 32_00 }, charges: [] },
  {
    ...pro,
    code: 'pro_yearly',
    interval: 'yearly',
    amountCents: { EUR: 290_00, USD: 320_00 },
    lines: [...pro.lines, 'two_months'],
  },
  {
    code: 'scale_monthly',
    product: 'scale',
    interval: 'monthly',
    amountCents: { EUR: 99_00, USD: 109_00 },
    trialDays: 0,
    lines: ['as_free', 'sso', 'included_calls', 'further_calls', 'seats', 'cancel'],
    charges: [
      {
        metric: 'api_calls',
        tiers: [
          { upTo: 10_000, unitAmount: '0' },
          { upTo: null, unitAmount: { EUR: '0.0005', USD: '0.00055' } },
        ],
      },
      {
        metric: 'seats',
        tiers: [
          { upTo: 5, unitAmount: '0' },
          { upTo: null, unitAmount: { EUR: '8', USD: '9' } },
        ],
      },
    ],
    entitlements: { sso: true, api_calls: null },
  },
]

/** The plan in the first currency keeps its code; Lago has another for each of the others. */
const priced = (offer: Offer, currency: Currency): Plan => ({
  ...offer,
  code: currency === currencies[0] ? offer.code : `${offer.code}_${currency.toLowerCase()}`,
  currency,
  amountCents: offer.amountCents[currency],
  charges: offer.charges.map(({ metric, tiers }) => ({
    metric,
    tiers: tiers.map(({ upTo, unitAmount }) => ({
      upTo,
      unitAmount: unitAmount === '0' ? unitAmount : unitAmount[currency],
      flatAmount: '0',
    })),
  })),
})

/**
 * The price list. `node ace billing:apply` brings Lago in line with it. A code, an interval and a currency are final once
 * somebody has subscribed; add a plan instead of changing them. The order is that of the pricing page.
 */
export const plans: Plan[] = currencies.flatMap((currency) => offers.map((offer) => priced(offer, currency)))
