/** Money inside a tier is a decimal string in major units, exact to fractions of a cent. */
export interface Tier {
  /** The last unit of the tier; null in the last one, which is open. */
  upTo: number | null
  unitAmount: string
  flatAmount: string
}

export interface Plan {
  code: string
  name: string
  description: string
  interval: 'monthly' | 'yearly'
  amountCents: number
  trialDays: number
  /** What the pricing page promises; every line is true of the product as it is. */
  features: string[]
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

export const currency = 'EUR' as const

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

const pro = {
  name: 'Pro',
  description: 'For a product with paying customers.',
  trialDays: 14,
  features: [
    'Everything in Free',
    '14 days to try it before the first invoice',
    'One fixed price, however much you use it',
    'Cancel at once or at the end of the period',
  ],
  charges: [],
  entitlements: { sso: false, api_calls: null },
}

/**
 * The price list. `node ace billing:apply` brings Lago in line with it. A code, an interval and the currency are final
 * once somebody has subscribed; add a plan instead of changing them. The order is that of the pricing page.
 */
export const plans: Plan[] = [
  {
    code: 'free',
    name: 'Free',
    description: 'To try everything, for as long as you like.',
    interval: 'monthly',
    amountCents: 0,
    trialDays: 0,
    features: [
      'An organization of your own',
      'Members as owner, admin, member or viewer',
      'The whole API with its documentation',
      '1,000 API calls a month',
      'No card needed',
    ],
    charges: [],
    entitlements: { sso: false, api_calls: 1_000 },
  },
  { ...pro, code: 'pro_monthly', interval: 'monthly', amountCents: 29_00 },
  {
    ...pro,
    code: 'pro_yearly',
    interval: 'yearly',
    amountCents: 290_00,
    features: [...pro.features, 'Twelve months for the price of ten'],
  },
  {
    code: 'scale_monthly',
    name: 'Scale',
    description: 'For a product whose use grows with its customers.',
    interval: 'monthly',
    amountCents: 99_00,
    trialDays: 0,
    features: [
      'Everything in Free',
      'Single sign-on by your own provider',
      'The first 10,000 API calls a month included',
      'Then €0.50 for every 1,000 calls',
      '5 members included, then €8 for each more, by the day',
      'Cancel at once or at the end of the period',
    ],
    charges: [
      {
        metric: 'api_calls',
        tiers: [
          { upTo: 10_000, unitAmount: '0', flatAmount: '0' },
          { upTo: null, unitAmount: '0.0005', flatAmount: '0' },
        ],
      },
      {
        metric: 'seats',
        tiers: [
          { upTo: 5, unitAmount: '0', flatAmount: '0' },
          { upTo: null, unitAmount: '8', flatAmount: '0' },
        ],
      },
    ],
    entitlements: { sso: true, api_calls: null },
  },
]
