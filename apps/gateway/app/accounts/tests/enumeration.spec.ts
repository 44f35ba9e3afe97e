import hash from '@adonisjs/core/services/hash'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import type { ApiClient, ApiResponse } from '@japa/api-client'
import { DateTime } from 'luxon'
import User from '#accounts/models/user'
import { acme, alice, stranger } from '#tests/world'

/** What differs between any two answers, whoever is asked about. */
const volatile = ['x-request-id', 'date', 'x-ratelimit-remaining', 'x-ratelimit-reset', 'retry-after', 'etag']

/** Ids, moments, secrets and the address itself tell nothing. */
const unnamed = (text: string, email: string) =>
  text
    .replaceAll(email, 'ADDRESS')
    .replace(/"(requestId|id|challenge)":"[^"]*"/g, '"$1":"…"')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'WHEN')

const told = (answer: ApiResponse, email: string) => ({
  status: answer.status(),
  body: unnamed(answer.text(), email),
  headers: Object.entries(answer.headers())
    .filter(([name]) => !volatile.includes(name) && name !== 'set-cookie')
    .sort(),
  cookies: Object.keys(answer.cookies()).sort(),
})

const password = 'not-the-password-1'

const questions: Record<string, (client: ApiClient, email: string) => Promise<ApiResponse>> = {
  'signing in': async (client, email) =>
    client.post('/api/auth/login').withCsrfToken().json({ email, password }),
  'asking for a token': async (client, email) => client.post('/api/auth/token').json({ email, password }),
  'a forgotten password': async (client, email) => client.post('/api/auth/forgot-password').json({ email }),
  'a magic link': async (client, email) => client.post('/api/auth/magic-link').json({ email }),
  'a passkey': async (client, email) =>
    client.post('/api/auth/passkeys/challenge').withCsrfToken().json({ email }),
  'an invitation': async (client, email) =>
    client
      .post(`/api/organizations/${(await acme()).id}/invitations`)
      .loginAs(await alice())
      .withCsrfToken()
      .json({ email, role: 'member' }),
}

const someone = (details: Partial<User> = {}) =>
  User.create({ ...stranger(), emailVerifiedAt: DateTime.now(), ...details })

test.group('Nobody learns who has an account by', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  for (const [what, ask] of Object.entries(questions)) {
    test(what, async ({ assert, client }) => {
      const unknown = stranger().email
      const expected = told(await ask(client, unknown), unknown)
      assert.notInclude([429, 500], expected.status)

      const known = [await someone(), await someone({ disabledAt: DateTime.now() })]
      for (const { email } of known) assert.deepEqual(told(await ask(client, email), email), expected)
    })
  }

  test('the right password of somebody disabled', async ({ assert, client }) => {
    const { email, password: right } = stranger()
    await User.create({ email, password: right, fullName: 'Somebody', disabledAt: DateTime.now() })
    const unknown = stranger().email
    for (const path of ['/api/auth/login', '/api/auth/token']) {
      const ask = (address: string) =>
        client.post(path).withCsrfToken().json({ email: address, password: right })
      assert.deepEqual(told(await ask(email), email), told(await ask(unknown), unknown))
    }
  })

  for (const path of ['/api/auth/login', '/api/auth/token']) {
    test(`the time that ${path} takes, which is one hash, whoever is meant`, async ({
      assert,
      cleanup,
      client,
    }) => {
      const people = [
        await someone(),
        await someone({ disabledAt: DateTime.now() }),
        await someone({ password: null }),
        stranger(),
      ]
      const { verify } = hash
      const costs: string[] = []
      hash.verify = (hashed: string, plain: string) => {
        costs.push(hashed.split('$').slice(0, 3).join('$'))
        return verify.call(hash, hashed, plain)
      }
      cleanup(() => void (hash.verify = verify))
      const ask = (email: string, secret: string) =>
        client.post(path).withCsrfToken().json({ email, password: secret })

      for (const { email } of people) (await ask(email, password)).assertStatus(401)
      assert.lengthOf(costs, people.length)
      assert.match(costs[0]!, /^\$scrypt\$n=\d+,r=\d+,p=\d+$/)
      assert.lengthOf([...new Set(costs)], 1)
      // What is longer than any password costs nothing.
      ;(await ask(people[0]!.email, 'x'.repeat(129))).assertStatus(422)
      assert.lengthOf(costs, people.length)
    })
  }
})
