import { mountSuspended } from '@nuxt/test-utils/runtime'
import { expect, test } from 'vitest'
import Usage from '~/pages/dashboard/billing/usage.vue'
import { answer, settle } from './answers'

const usage = {
  from: '2026-11-01',
  resetsAt: '2026-12-01T00:00:00.000Z',
  calls: {
    used: 820,
    limit: 1_000 as number | null,
    forecast: 1_640,
    days: [{ day: '2026-11-02', count: 820 }],
    people: [{ name: 'Alice', count: 820 }],
  },
  seats: {
    now: 6,
    included: 5 as number | null,
    average: 6.5,
    days: [{ day: '2026-11-01', count: 7 }],
  },
}

async function open(change: object = {}, refusals: Parameters<typeof answer>[1] = {}) {
  answer({ 'GET /api/billing/usage': { ...usage, ...change } }, refusals)
  const page = await mountSuspended(Usage)
  await settle()
  return page
}

test('shows calls and members with what is to be expected', async () => {
  const text = (await open()).text()
  for (const words of ['82 % of your API calls are used', '1,640', 'Alice', '6.5', '2 November 2026: 820']) {
    expect(text).toContain(words)
  }
  expect(text).toContain('1 November 2026: 7')
})

test('says of a plan without limits so, and shows no members nobody charges for', async () => {
  const page = await open({
    calls: { ...usage.calls, limit: null, people: [] },
    seats: { now: 1, included: null, average: 1, days: [] },
  })
  expect(page.text()).toContain('No limit')
  expect(page.text()).toContain('No calls yet')
  expect(page.text()).not.toContain('Members a day')
})

test('says when it cannot be read', async () => {
  const away = { status: 503, code: 'E_DATABASE_UNAVAILABLE', error: 'The database does not answer.' }
  const page = await open({}, { 'GET /api/billing/usage': away })
  expect(page.text()).toContain('The database does not answer.')
})
