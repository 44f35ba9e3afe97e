import testUtils from '@adonisjs/core/services/test_utils'
import redis from '@adonisjs/redis/services/main'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { Secret, TOTP } from 'otpauth'
import Authenticator from '#accounts/models/authenticator'
import { TwoFactor } from '#accounts/two_factor'
import { Browser } from '#tests/browser'
import { bob, password } from '#tests/world'

const email = 'bob@acme.test'

/** Bob with two-factor on, and what he could be asked for. */
async function guarded() {
  const secret = Authenticator.newSecret()
  const app = new TOTP({ secret: Secret.fromBase32(secret) })
  const shown = (steps = 0) => app.generate({ timestamp: Date.now() + steps * 30_000 })
  const recoveryCodes = (await new TwoFactor(await bob()).enable(secret, shown(-1))) ?? []
  return { shown, recoveryCodes, never: shown(4_000) }
}

/** Somebody who knows the password begins again in a browser that nobody knows, and tries a code. */
async function fromTheStart(code: string) {
  const browser = new Browser()
  await browser.signIn(email)
  const { status } = await browser.send('POST', '/api/auth/two-factor/session', { code })
  return { status, browser }
}

const forToken = async (client: ApiClient, code: string) =>
  (await client.post('/api/auth/token').json({ email, password, code })).status()

const counters = () => redis.keys('guesses:account:code:*')

/** How many wrong codes are held against the account. */
const counted = async () => {
  const keys = await counters()
  return Promise.all(keys.map(async (key) => Number(await redis.hget(key, 'count'))))
}

/** As if every wait were over, or as if none were; what was wrong stays counted. */
async function wait(isOver: boolean) {
  for (const key of await redis.keys('guesses:*:code:*'))
    await redis.hset(key, 'until', isOver ? 0 : Date.now() + 600_000)
}

test.group('Guessing a code', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('goes on from where it was when the sign-in begins again, in another session or for a token', async ({
    assert,
    client,
  }) => {
    const { never, shown } = await guarded()
    const statuses = [
      (await fromTheStart(never)).status,
      await forToken(client, never),
      (await fromTheStart(never)).status,
      await forToken(client, never),
      (await fromTheStart(never)).status,
      await forToken(client, never),
    ]

    assert.deepEqual(statuses, [422, 422, 422, 422, 422, 422])
    assert.deepEqual(await counted(), [6])
    await wait(false)
    assert.equal((await fromTheStart(shown())).status, 429)
    assert.equal(await forToken(client, shown()), 429)
  })

  test('counts codes of the app and recovery codes together, and a right password forgives neither', async ({
    assert,
    client,
  }) => {
    const { never, recoveryCodes } = await guarded()
    for (const wrong of [never, 'abcd-efgh-jkmn-pqrs', never, '2222-3333-4444-5555', never, 'x'])
      assert.equal((await fromTheStart(wrong)).status, 422)
    for (let time = 0; time < 3; time += 1) assert.equal((await new Browser().signIn(email)).status, 200)

    assert.deepEqual(await counted(), [6])
    await wait(false)
    assert.equal((await fromTheStart(recoveryCodes[0]!)).status, 429)
    assert.equal(await forToken(client, recoveryCodes[0]!), 429)
    await wait(true)
    assert.equal((await fromTheStart(recoveryCodes[0]!)).status, 200)
    assert.isEmpty(await counters())
  })

  test('gains nothing from many sign-ins that wait at once', async ({ assert }) => {
    const { never } = await guarded()
    const browsers = Array.from({ length: 20 }, () => new Browser())
    for (const browser of browsers) await browser.signIn(email)
    const answers = await Promise.all(
      browsers.map((browser) => browser.send('POST', '/api/auth/two-factor/session', { code: never })),
    )
    const judged = answers.filter(({ status }) => status === 422)

    // Six, and one more for each wait that is over before a slow machine has answered all of them.
    assert.isAtLeast(judged.length, 6)
    assert.isAtMost(judged.length, 9)
    assert.deepEqual(await counted(), [judged.length])
  })

  test('a code that let somebody in lets nobody in again, whichever way', async ({ assert, client }) => {
    const { shown } = await guarded()
    const code = shown()
    assert.equal((await fromTheStart(code)).status, 200)

    assert.equal((await fromTheStart(code)).status, 422)
    assert.equal(await forToken(client, code), 422)
    assert.equal((await fromTheStart(code.replace(/^.../, '$& '))).status, 422)
  })
})
