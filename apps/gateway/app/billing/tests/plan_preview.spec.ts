import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { uuidv7 } from 'uuidv7'
import { client, lago } from '#billing/lago'
import { PlanPreview } from '#billing/plan_change/plan_preview'
import { PriceList } from '#billing/price_list'
import { control, memberOf, organization, owner, subscribe } from '#billing/tests/world'

// Days that are long past: what other tests have subscribed to has not begun then, and is not billed again.
const at = (day: string) => control('PUT', '/clock', { now: `${day}T10:00:00Z` })
const advance = (days: number) => control('POST', '/clock/advance', { days })

interface Offer {
  amountCents: number
  interval?: 'monthly' | 'yearly' | 'quarterly'
  trialDays?: number
}

/** A plan of the test's own, with a price for each call. */
async function plan({ amountCents, interval = 'monthly', trialDays = 0 }: Offer) {
  const metric = (await lago.metrics()).find(({ code }) => code === 'api_calls')!
  const code = uuidv7()
  const properties = { amount: '0.333' }
  await lago.createPlan({
    code,
    name: code,
    interval,
    amount_cents: amountCents,
    amount_currency: 'EUR',
    trial_period: trialDays,
    pay_in_advance: true,
    charges: [{ billable_metric_id: metric.lago_id, charge_model: 'standard', properties }],
  })
  return code
}

const customers: string[] = []

/** A customer who pays tax, and has the plan since that day. */
async function customerOn(planCode: string, day: string, rate?: number) {
  await at(day)
  const id = uuidv7()
  customers.push(id)
  await lago.saveCustomer({ id, name: 'Acme' }, 'alice@acme.test')
  if (rate !== undefined) {
    const code = uuidv7()
    await client.taxes.createTax({ tax: { code, name: 'VAT', rate: String(rate) } })
    await client.customers.createCustomer({ customer: { external_id: id, tax_codes: [code] } })
  }
  await lago.subscribe(id, planCode)
  return id
}

const use = (id: string, count: number) =>
  client.events.createBatchEvents({
    events: Array.from({ length: count }, () => ({
      transaction_id: uuidv7(),
      code: 'api_calls',
      external_subscription_id: id,
    })),
  })

const previewOf = (id: string, planCode: string) => new PlanPreview(id, planCode).show()

/** What the newest invoice says, in the words of a preview. */
async function billOf(id: string, count: number) {
  const invoices = await lago.invoices(id)
  if (invoices.length === count)
    return {
      planCents: 0,
      usageCents: 0,
      couponCents: 0,
      taxCents: 0,
      creditCents: 0,
      prepaidCents: 0,
      dueCents: 0,
    }
  const newest = invoices.toSorted((one, other) => one.sequential_id! - other.sequential_id!).at(-1)!
  const { invoice } = (await client.invoices.findInvoice(newest.lago_id)).data
  const sum = (type: string) =>
    invoice.fees!.reduce((total, fee) => total + (fee.item?.type === type ? fee.amount_cents : 0), 0)
  return {
    planCents: sum('subscription'),
    usageCents: sum('charge'),
    couponCents: invoice.coupons_amount_cents,
    taxCents: invoice.taxes_amount_cents,
    creditCents: invoice.credit_notes_amount_cents,
    prepaidCents: invoice.prepaid_credit_amount_cents,
    dueCents: invoice.total_amount_cents,
  }
}

interface Discount {
  amount_cents?: number
  percentage_rate?: string
  applies_to?: { billable_metric_codes: string[] }
  /** Of the chosen plan alone. */
  own?: boolean
}

async function give(id: string, { own, ...discount }: Discount, planCode: string) {
  const code = uuidv7()
  const coupon = {
    code,
    name: code,
    coupon_type: discount.amount_cents ? 'fixed_amount' : 'percentage',
    amount_currency: discount.amount_cents ? 'EUR' : undefined,
    frequency: 'once',
    expiration: 'no_expiration',
    ...discount,
    ...(own && { applies_to: { plan_codes: [planCode] } }),
  }
  // The client's type wants a rate of each of them.
  await client.coupons.createCoupon({ coupon: coupon as never })
  await lago.applyCoupon(id, code)
}

const payAhead = (id: string, cents: number) =>
  client.wallets.createWallet({
    wallet: {
      external_customer_id: id,
      name: 'Ahead',
      rate_amount: '1',
      currency: 'EUR',
      granted_credits: String(cents / 100),
    } as never,
  })

const small = { amountCents: 29_00 }
const large = { amountCents: 99_00 }
const upgrades: [string, Offer, Offer, number, number, (number | undefined)?][] = [
  ['2023-01-31', small, large, 1, 0],
  ['2023-01-31', small, large, 30, 7],
  ['2023-02-08', small, large, 12, 3, 20],
  ['2023-02-08', { amountCents: 33_33 }, { amountCents: 77_77 }, 45, 1, 19],
  ['2023-12-15', small, { amountCents: 990_00, interval: 'yearly' }, 40, 0, 7.7],
  ['2024-02-29', { amountCents: 290_00, interval: 'yearly' }, large, 100, 2, 25],
  ['2023-06-30', { amountCents: 50_00, interval: 'quarterly' }, large, 77, 0, 19],
  ['2023-03-01', { amountCents: 0 }, large, 20, 0, 19],
  ['2023-03-01', small, small, 15, 5],
  ['2023-03-05', { ...small, trialDays: 14 }, { ...large, trialDays: 14 }, 6, 4, 19],
  ['2023-03-05', { ...small, trialDays: 14 }, { ...large, trialDays: 14 }, 20, 4, 19],
  ['2023-03-05', { ...small, trialDays: 14 }, large, 6, 0, 19],
  ['2023-03-05', { amountCents: 0 }, { ...large, trialDays: 14 }, 6, 0],
]

test.group('The preview of a plan', (group) => {
  group.setup(async () => {
    await new PriceList().apply()
  })
  group.each.teardown(async () => {
    for (const id of customers.splice(0)) await lago.endSubscription(id)
  })
  group.teardown(async () => {
    await control('PUT', '/clock', { now: new Date().toISOString() })
  })

  test('from {0} on, {3} days later, is what Lago then bills')
    .with(upgrades)
    .run(async ({ assert }, [start, one, other, days, calls, rate]) => {
      const [from, to] = [await plan(one), await plan(other)]
      const id = await customerOn(from, start, rate)
      await advance(days)
      if (calls) await use(id, calls)

      const { plan: _, startsAt, coveredUntil, trialEndsAt, kind, ...amounts } = await previewOf(id, to)
      const { length } = await lago.invoices(id)
      await lago.subscribe(id, to)
      assert.deepEqual(amounts, await billOf(id, length))
      assert.equal(kind, 'now')
      assert.equal(coveredUntil === null, trialEndsAt !== null)
      assert.equal(startsAt.toISODate(), DateTime.fromISO(start).plus({ days }).toISODate())
    })

  test('of two upgrades in one period gives back what is left of both').run(async ({ assert }) => {
    const [one, two, three] = [await plan(small), await plan(large), await plan({ amountCents: 199_00 })]
    const id = await customerOn(one, '2023-05-31', 19)
    await advance(9)
    await lago.subscribe(id, two)
    await advance(8)
    const { planCents, taxCents, creditCents, dueCents } = await previewOf(id, three)
    const { length } = await lago.invoices(id)
    await lago.subscribe(id, three)
    assert.deepInclude(await billOf(id, length), { planCents, taxCents, creditCents, dueCents })
  })

  test('of a smaller one since {0} says the day, and what is billed then')
    .with([
      ['2023-01-31', large, small, 10],
      ['2023-04-15', large, { amountCents: 290_00, interval: 'yearly' }, 40],
      ['2023-04-15', { amountCents: 290_00, interval: 'yearly' }, { amountCents: 0 }, 100],
    ] as [string, Offer, Offer, number][])
    .run(async ({ assert }, [start, one, other, days]) => {
      const [from, to] = [await plan(one), await plan(other)]
      const id = await customerOn(from, start, 19)
      await advance(days)
      const { kind, startsAt, planCents, taxCents, creditCents, dueCents } = await previewOf(id, to)
      assert.equal(kind, 'later')

      const { length } = await lago.invoices(id)
      await lago.subscribe(id, to)
      assert.lengthOf(await lago.invoices(id), length)
      await control('POST', '/clock/advance', { to: startsAt.toUTC().plus({ hours: 1 }).toISO() })
      assert.deepInclude(await billOf(id, length), { planCents, taxCents, creditCents, dueCents })
    })

  test('of a first one is its price, or the trial').run(async ({ assert }) => {
    const trial = await plan({ ...small, trialDays: 14 })
    const paid = await plan(large)
    const free = await previewOf(uuidv7(), trial)
    assert.deepInclude(free, { kind: 'now', planCents: 0, dueCents: 0 })
    assert.isNotNull(free.trialEndsAt)

    const id = await customerOn(paid, '2023-08-31', 19)
    await lago.endSubscription(id)
    const { planCents, taxCents, creditCents, dueCents } = await previewOf(id, paid)
    const { length } = await lago.invoices(id)
    await lago.subscribe(id, paid)
    assert.deepInclude(await billOf(id, length), { planCents, taxCents, creditCents, dueCents })
  })

  test('with {1} coupons and {2} cents paid ahead is what Lago then bills')
    .with([
      ['2022-01-31', [{ percentage_rate: '33.3' }], 0],
      ['2022-02-08', [{ amount_cents: 12_34 }, { percentage_rate: '10' }], 0],
      ['2022-02-08', [{ percentage_rate: '50', applies_to: { billable_metric_codes: ['api_calls'] } }], 7_77],
      ['2022-03-15', [{ amount_cents: 5_00 }, { percentage_rate: '20', own: true }], 1_000_00],
      ['2022-03-15', [{ amount_cents: 900_00 }], 20_00],
    ] as [string, Discount[], number][])
    .run(async ({ assert }, [start, discounts, prepaid]) => {
      const [from, to] = [await plan(small), await plan(large)]
      const id = await customerOn(from, start, 19)
      await advance(9)
      await use(id, 40)
      for (const one of discounts) await give(id, one, to)
      if (prepaid) await payAhead(id, prepaid)

      const { planCents, usageCents, couponCents, taxCents, creditCents, prepaidCents, dueCents } =
        await previewOf(id, to)
      const { length } = await lago.invoices(id)
      await lago.subscribe(id, to)
      assert.deepEqual(
        { planCents, usageCents, couponCents, taxCents, creditCents, prepaidCents, dueCents },
        await billOf(id, length),
      )
      assert.isAbove(couponCents, 0)
    })

  test('of the plan there is costs nothing').run(async ({ assert, client: api }) => {
    const { alice } = await owner()
    await subscribe(api, alice, 'free')
    const response = await api.get('/api/billing/preview?planCode=free').headers(alice)
    response.assertStatus(200)
    assert.containsSubset(response.body().data, { kind: 'stay', planCode: 'free', dueCents: 0 })
  })

  test('is for those who may choose, and of plans that can be chosen').run(async ({ client: api }) => {
    const acme = await organization()
    const [alice, bob] = [await memberOf(acme, 'owner'), await memberOf(acme, 'member')]
    const ask = (query: string, headers: Record<string, string>) =>
      api.get(`/api/billing/preview${query}`).headers(headers)
    ;(await ask('?planCode=pro_monthly', bob)).assertStatus(403)
    ;(await ask('?planCode=pro_monthly', {})).assertStatus(401)
    ;(await ask('?planCode=secret', alice)).assertStatus(422)
    ;(await ask('', alice)).assertStatus(422)
    ;(await ask('?planCode=pro_monthly', alice)).assertStatus(200)
  })
})
