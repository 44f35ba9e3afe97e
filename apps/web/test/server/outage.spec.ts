import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSite } from '../peer/site.ts'

let site: Awaited<ReturnType<typeof startSite>>

beforeAll(async () => {
  site = await startSite()
  site.gateway.stop()
})
afterAll(() => site.stop())

test.each(['/docs', '/changelog', '/pricing', '/login'])('%s stands without the gateway', async (path) => {
  const answer = await site.get(path)
  expect(answer.status).toBe(200)
  expect(answer.headers['cache-control']).toMatch(/no-store/)
})

test.each(['/', '/blog'])('%s says that it is out of reach', async (path) => {
  const answer = await site.get(path)
  expect(answer.status).toBe(503)
  expect(answer.body).toContain('Out of reach for a moment')
})

test('nobody is sent to sign in because the gateway is away', async () => {
  const answer = await site.get('/dashboard', { cookie: 'gantry_session=alice' })
  expect(answer.status).toBe(503)
})
