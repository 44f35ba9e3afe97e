import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { routes } from '@gantry/api-contract'
import { expect, test } from 'vitest'

type Api = ReturnType<typeof useApi>

/** Never called: each line has to be refused by the compiler, or the type check fails. */
export const refused = (api: Api) => [
  // @ts-expect-error there is no such route
  () => api('auth.nobody'),
  // @ts-expect-error the slug is missing
  () => api('cms.posts.show'),
  // @ts-expect-error a plan is named by its code
  () => api('billing.subscriptions.store', { body: { plan: 'pro_monthly' } }),
  // @ts-expect-error a subscription ends now or at the end of its period
  () => api('billing.subscriptions.destroy', { params: { id: '' }, body: { at: 'tomorrow' } }),
  // @ts-expect-error nobody is told a password
  () => api('auth.me').then(({ data }) => data.password),
]

const sources = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(vue|ts)$/.test(file))
  .map((file) => readFileSync(join('app', file), 'utf8'))

test('every call of the site is a route of the contract', () => {
  const called = sources.flatMap((source) =>
    [...source.matchAll(/\bapi\('([^']+)'/g)].map(([, name]) => name),
  )
  expect(called.length).toBeGreaterThan(10)
  expect(called.filter((name) => !(name! in routes))).toEqual([])
})

test('nothing but the client asks the API', () => {
  const asking = sources.filter((source) => /(?:useFetch|\$fetch|useAsyncData)\(\s*[`'"]\/api/.test(source))
  expect(asking).toEqual([])
})
