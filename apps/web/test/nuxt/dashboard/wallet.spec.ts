import { mountSuspended } from '@nuxt/test-utils/runtime'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { PrepaidCredit } from '~/api/contract'
import LowBalance from '~/components/billing/LowBalance.vue'
import Wallet from '~/components/billing/Wallet.vue'
import { answer, settle, wallet } from './answers'

const path = '/api/billing/wallet'
const buying = `POST ${path}/top-ups`
const assign = vi.fn()
const move = {
  id: 'move',
  kind: 'purchased' as const,
  status: 'settled' as const,
  amountCents: 20_00,
  createdAt: '2026-11-01T00:00:00.000Z',
  settledAt: '2026-11-01T00:00:00.000Z',
}

beforeEach(() => {
  assign.mockClear()
  vi.spyOn(window.location, 'assign').mockImplementation(assign)
})
afterEach(() => (document.body.innerHTML = ''))

async function open(change: Partial<PrepaidCredit> = {}, refusals: Parameters<typeof answer>[1] = {}) {
  const credit = { ...wallet, ...change }
  const sent = answer(
    {
      [`GET ${path}`]: credit,
      [`PUT ${path}`]: credit,
      [buying]: { paymentUrl: 'http://pay.test/session' },
    },
    refusals,
  )
  const page = await mountSuspended(Wallet, { attachTo: document.body })
  await settle()
  const send = async (form: number, value: string) => {
    await page.findAll('input')[form]!.setValue(value)
    await page.findAll('form')[form]!.trigger('submit')
    await settle()
  }
  return { page, sent, send }
}

test.each([
  ['Credit bought', '+€20.00', {}],
  ['Credit bought, waiting for payment', '€20.00', { status: 'pending' }],
  ['Used for an invoice', '-€7.50', { kind: 'invoiced', amountCents: -7_50 }],
] as const)('lists “%s” with %s', async (words, amount, change) => {
  const { page } = await open({ transactions: [{ ...move, ...change }] })
  expect(page.text()).toContain(words)
  expect(page.get('li').text()).toContain(amount)
})

test('says that there is none', async () => {
  const { page } = await open()
  expect(page.text()).toContain('€0.00')
  expect(page.text()).toContain('No credit has been bought yet')
})

test('leads to the payment page', async () => {
  const { sent, send } = await open()
  await send(0, '20.5')
  expect(sent).toEqual([{ call: buying, body: { amountCents: 20_50 } }])
  expect(assign).toHaveBeenCalledWith('http://pay.test/session')
})

test('says that billing is away, and asks again under the same key', async () => {
  const away = { status: 503, code: 'E_BILLING_UNAVAILABLE', error: 'Billing does not answer.' }
  const { page, send } = await open({}, { [buying]: away })
  const keys: (string | null)[] = []
  const asked = globalThis.fetch
  vi.stubGlobal('fetch', (address: string, init?: RequestInit) => {
    if (init?.method === 'POST') keys.push(new Headers(init.headers).get('idempotency-key'))
    return asked(address, init)
  })
  await send(0, '20')
  expect(page.text()).toContain('Billing does not answer.')
  await send(0, '20')
  await send(0, '30')
  expect(keys[0]).toMatch(/^[\da-f]{32}$/)
  expect(keys[1]).toBe(keys[0])
  expect(keys[2]).not.toBe(keys[0])
})

test.each([
  ['10', 10_00],
  ['', null],
])('is warned of below “%s”', async (typed, lowBalanceCents) => {
  const { sent, send } = await open({ lowBalanceCents: 5_00 })
  await send(1, typed)
  expect(sent).toEqual([{ call: `PUT ${path}`, body: { lowBalanceCents } }])
})

test.each([
  [true, 'Your prepaid credit is low'],
  [false, ''],
])('warns on every page when it is low: %s', async (balanceIsLow, words) => {
  answer({
    'GET /api/billing/entitlements': {
      planCode: 'free',
      planName: 'Free',
      features: { sso: false, api_calls: 1_000 },
      suspendsAt: null,
      suspendedAt: null,
      balanceIsLow,
      currency: 'EUR',
      currencyIsFinal: false,
    },
  })
  const banner = await mountSuspended(LowBalance)
  await settle()
  expect(banner.text()).toContain(words)
})
