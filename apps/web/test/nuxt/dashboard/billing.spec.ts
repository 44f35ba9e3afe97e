import { mountSuspended } from '@nuxt/test-utils/runtime'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Me } from '~/api/contract'
import Billing from '~/pages/dashboard/billing/index.vue'
import { alice, plans } from '../../peer/world'
import { answer, invoice, preview, settle, subscription } from './answers'

const bob: Me = { ...alice, permissions: ['organization.read', 'billing.read'] }
const assign = vi.fn()

beforeEach(() => {
  assign.mockClear()
  vi.spyOn(window.location, 'assign').mockImplementation(assign)
})
afterEach(() => (document.body.innerHTML = ''))

async function open(route = '/dashboard/billing') {
  const page = await mountSuspended(Billing, { route, attachTo: document.body })
  await settle()
  return page
}

const press = async (label: string) => {
  const button = [...document.querySelectorAll('button')].find(
    ({ textContent }) => textContent?.trim() === label,
  )
  if (!button) throw new Error(`No button “${label}” in: ${document.body.textContent}`)
  button.click()
  await settle()
}

test.each([
  ['Active', {}],
  ['Trial until 1 December 2036', { trialEndsAt: '2036-12-01T00:00:00.000Z' }],
  ['Active', { trialEndsAt: '2020-12-01T00:00:00.000Z' }],
  ['Waiting for payment', { status: 'incomplete' }],
  ['Payment failed', { status: 'past_due' }],
  ['Canceled', { status: 'canceled' }],
])('says “%s” of a subscription', async (words, state) => {
  answer({ 'GET /api/billing/subscriptions': [{ ...subscription, ...state }] })
  expect((await open()).text()).toContain(words)
})

test.each([
  ['From then on €29 a month is charged', {}],
  ['The plan is canceled, so nothing is charged', { cancelAt: '2036-12-01T00:00:00.000Z' }],
])('says of a trial “%s”', async (words, state) => {
  const trial = { ...subscription, trialEndsAt: '2036-12-01T00:00:00.000Z', ...state }
  answer({ 'GET /api/billing/subscriptions': [trial] })
  const page = await open()
  expect(page.text()).toContain('Your trial ends on 1 December 2036')
  expect(page.text()).toContain(words)
})

const inDollars = plans.map((plan) => ({
  ...plan,
  code: `${plan.code}_usd`,
  currency: 'USD',
  amountCents: plan.amountCents + 3_00,
}))
const inBoth = { 'GET /api/billing/plans': [...plans, ...inDollars], 'GET /api/billing/subscriptions': [] }
const entitlements = {
  planCode: 'free',
  planName: 'Free',
  features: { sso: false, api_calls: 1_000 },
  suspendsAt: null,
  suspendedAt: null,
  balanceIsLow: false,
}

test('shows the plans in one currency, and lets whoever has none yet choose it', async () => {
  const chosen = { ...subscription, checkoutUrl: 'http://pay.test/session' }
  const sent = answer({ ...inBoth, 'POST /api/billing/subscriptions': chosen })
  const page = await open()
  expect(page.text()).toContain('€29')
  expect(page.text()).not.toContain('US$')
  await page.get('input[name="currency"][value="USD"]').setValue()
  expect(page.text()).toContain('US$32')
  expect(page.text()).not.toContain('€29')
  await press('Choose Scale')
  expect(sent).toEqual([{ call: 'POST /api/billing/subscriptions', body: { planCode: 'scale_monthly_usd' } }])
})

test('begins with the currency of the price list that somebody comes from', async () => {
  answer(inBoth)
  expect((await open('/dashboard/billing?plan=pro_monthly_usd')).text()).toContain('US$32')
})

test('shows an organization the plans of its own currency alone', async () => {
  const own = { ...entitlements, currency: 'EUR', currencyIsFinal: true }
  answer({ ...inBoth, 'GET /api/billing/entitlements': own })
  const page = await open('/dashboard/billing?plan=pro_monthly_usd')
  expect(page.find('input[name="currency"]').exists()).toBe(false)
  expect(page.text()).toContain('€29')
  expect(page.text()).not.toContain('US$')
  expect(page.get('article.border-primary').text()).toContain('Pro')
})

test('leads from a chosen plan to the payment page', async () => {
  const checkoutUrl = 'http://pay.test/session'
  const sent = answer({ 'POST /api/billing/subscriptions': { ...subscription, checkoutUrl } })
  await open()
  await press('Choose Scale')
  expect(sent).toEqual([{ call: 'POST /api/billing/subscriptions', body: { planCode: 'scale_monthly' } }])
  expect(assign).toHaveBeenCalledWith(checkoutUrl)
})

test('says what a change costs before it is made', async () => {
  const sent = answer({
    'GET /api/billing/subscriptions': [subscription],
    'GET /api/billing/preview': preview,
    'POST /api/billing/subscriptions': { ...subscription, planName: 'Scale', checkoutUrl: null },
  })
  await open()
  await press('Choose Scale')
  await vi.waitFor(() => expect(document.body.textContent).toContain('To pay now€55.01'))
  expect(document.body.textContent).toContain('Scale, until 30 November 2026€66.00')
  expect(document.body.textContent).toContain('Credit for what you have paid-€23.53')
  expect(sent).toEqual([])
  await press('Change plan')
  expect(sent).toEqual([{ call: 'POST /api/billing/subscriptions', body: { planCode: 'scale_monthly' } }])
  expect(document.body.textContent).not.toContain('To pay now')
})

test('says when a smaller plan begins, and leaves everything as it is until then', async () => {
  const sent = answer({
    'GET /api/billing/subscriptions': [subscription],
    'GET /api/billing/preview': { ...preview, kind: 'later', startsAt: '2026-12-01T00:00:00.000Z' },
  })
  await open()
  await press('Choose Scale')
  await vi.waitFor(() => expect(document.body.textContent).toContain('To pay on 1 December 2026'))
  await press('Keep Pro')
  expect(sent).toEqual([])
})

test('offers no change whose price is not known', async () => {
  answer(
    { 'GET /api/billing/subscriptions': [subscription] },
    { 'GET /api/billing/preview': { status: 503, code: 'E_UNAVAILABLE', error: 'Billing is away.' } },
  )
  await open()
  await press('Choose Scale')
  await vi.waitFor(() => expect(document.body.textContent).toContain('Billing is away.'))
  const change = [...document.querySelectorAll('button')].find(
    ({ textContent }) => textContent?.trim() === 'Change plan',
  )
  expect(change?.disabled).toBe(true)
})

test.each([
  ['Cancel now', 'now'],
  ['Cancel at period end', 'period_end'],
])('“%s” cancels so', async (label, at) => {
  const sent = answer({
    'GET /api/billing/subscriptions': [subscription],
    'DELETE /api/billing/subscriptions/subscription': subscription,
  })
  await open()
  await press('Cancel subscription')
  await vi.waitFor(() => press(label))
  expect(sent).toEqual([{ call: 'DELETE /api/billing/subscriptions/subscription', body: { at } }])
})

test('shows members the plan and no way to change it', async () => {
  answer({
    'GET /api/auth/me': bob,
    'GET /api/billing/subscriptions': [subscription],
    'GET /api/billing/invoices': [invoice],
  })
  const page = await open()
  expect(page.text()).toContain('Your role does not allow to change the plan.')
  expect(page.findAll('button').map((button) => button.text())).toEqual([])
})

test('helps after a declined card', async () => {
  const checkoutUrl = 'http://pay.test/again'
  answer({
    'GET /api/billing/subscriptions': [{ ...subscription, status: 'incomplete' }],
    'POST /api/billing/checkout': { checkoutUrl },
  })
  const page = await open('/dashboard/billing?payment=failed')
  expect(page.get('[aria-live]').text()).toContain('Nothing was charged')
  await press('Pay again')
  expect(assign).toHaveBeenCalledWith(checkoutUrl)
})

test('leads to the page where the card of a paid plan is changed', async () => {
  const checkoutUrl = 'http://pay.test/card'
  answer({
    'GET /api/billing/subscriptions': [subscription],
    'POST /api/billing/checkout': { checkoutUrl },
  })
  await open()
  await press('Change card')
  expect(assign).toHaveBeenCalledWith(checkoutUrl)
})

test('opens the portal of Lago', async () => {
  const portalUrl = 'http://lago.test/portal'
  answer({
    'GET /api/billing/subscriptions': [subscription],
    'POST /api/billing/portal': { portalUrl },
  })
  await open()
  await press('Billing portal')
  expect(assign).toHaveBeenCalledWith(portalUrl)
})

test('shows why a choice was refused', async () => {
  answer(
    {},
    {
      'POST /api/billing/subscriptions': {
        status: 503,
        code: 'E_BILLING_UNAVAILABLE',
        error: 'Billing does not answer.',
      },
    },
  )
  const page = await open()
  await press('Choose Scale')
  expect(page.get('[role=alert]').text()).toBe('Billing does not answer.')
  expect(assign).not.toHaveBeenCalled()
})

test('offers to try again what could not be loaded', async () => {
  answer(
    {},
    { 'GET /api/billing/invoices': { status: 503, code: 'E_SERVICE_UNAVAILABLE', error: 'Out of reach.' } },
  )
  const page = await open()
  expect(page.get('[role=alert]').text()).toContain('Your invoices could not be loaded')
  answer({ 'GET /api/billing/invoices': [invoice] })
  await press('Try again')
  expect(page.text()).toContain('ACM-0001-001')
})
