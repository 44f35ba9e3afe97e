import { mountSuspended } from '@nuxt/test-utils/runtime'
import { afterEach, expect, test, vi } from 'vitest'
import type { AppliedCoupon } from '~/api/contract'
import Coupons from '~/components/billing/Coupons.vue'
import { answer, settle } from './answers'

const path = '/api/billing/coupons'
const coupon: AppliedCoupon = {
  id: 'coupon',
  code: 'TEN',
  name: 'Ten percent',
  amountCents: null,
  remainingCents: null,
  currency: null,
  percentageRate: 10,
  frequency: 'recurring',
  invoicesLeft: 2,
  appliedAt: '2026-11-01T00:00:00.000Z',
}
const amount = { percentageRate: null, amountCents: 20_00, currency: 'EUR', invoicesLeft: null }

afterEach(() => (document.body.innerHTML = ''))

async function open(held: Partial<AppliedCoupon>[], refusals: Parameters<typeof answer>[1] = {}) {
  const coupons = held.map((one) => ({ ...coupon, ...one }))
  const sent = answer(
    { [`GET ${path}`]: coupons, [`POST ${path}`]: coupons, [`DELETE ${path}/coupon`]: null },
    refusals,
  )
  const page = await mountSuspended(Coupons, { attachTo: document.body })
  await settle()
  return { page, sent }
}

test.each([
  ['10 % off each invoice, on 2 more invoices', {}],
  ['10 % off each invoice, on one more invoice', { invoicesLeft: 1 }],
  ['10 % off, once, on the next invoice', { frequency: 'once', invoicesLeft: null }],
  ['€20 off, once, €6 are left', { ...amount, remainingCents: 6_00, frequency: 'once' }],
  ['€20 off each invoice, for as long as you have it', { ...amount, frequency: 'forever' }],
] as [string, Partial<AppliedCoupon>][])('says “%s”', async (words, held) => {
  const { page } = await open([held])
  expect(page.text()).toContain(words)
})

test('applies a code', async () => {
  const { page, sent } = await open([])
  await page.get('input').setValue(' TEN ')
  await page.get('form').trigger('submit')
  await settle()
  expect(sent).toEqual([{ call: `POST ${path}`, body: { code: 'TEN' } }])
  expect(page.get('input').element.value).toBe('')
})

test('says why a code was refused, and keeps it', async () => {
  const refusal = {
    status: 422,
    code: 'E_VALIDATION_ERROR',
    error: 'Check.',
    details: { code: 'No such coupon.' },
  }
  const { page } = await open([], { [`POST ${path}`]: refusal })
  await page.get('input').setValue('NOTHING')
  await page.get('form').trigger('submit')
  await settle()
  expect(page.text()).toContain('No such coupon.')
  expect(page.get('input').element.value).toBe('NOTHING')
})

test('removes one only after the question', async () => {
  const { page, sent } = await open([{}])
  await page.get('button[aria-label="Remove coupon Ten percent"]').trigger('click')
  const dialog = await vi.waitFor(() => document.querySelector('[role=dialog]')!)
  expect(sent).toEqual([])
  const button = [...dialog.querySelectorAll('button')].find(
    ({ textContent }) => textContent?.trim() === 'Remove coupon',
  )
  button!.click()
  await settle()
  expect(sent).toEqual([{ call: `DELETE ${path}/coupon`, body: null }])
})
