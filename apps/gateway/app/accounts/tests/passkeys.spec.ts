import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import mail from '@adonisjs/mail/services/main'
import { test } from '@japa/runner'
import Identity from '#accounts/models/identity'
import Passkey from '#accounts/models/passkey'
import type User from '#accounts/models/user'
import deliverEvent from '#ledger/jobs/deliver_event'
import { type Ceremony, SoftAuthenticator } from '#tests/authenticator'
import { Browser } from '#tests/browser'
import { alice, bob, confirmed } from '#tests/world'

const path = '/api/auth/passkeys'

type Options = Ceremony & { user: { id: string }; excludeCredentials: { id: string }[] }

const dataOf = <Data>({ body }: { body: { data?: unknown } }) => body.data as Data

/** A browser in which somebody is signed in, with a device beside it. */
async function desk(user: User) {
  const [browser, device] = [new Browser(), new SoftAuthenticator()]
  await browser.signIn(user.email)
  const options = async () => dataOf<Options>(await browser.send('POST', `/api/auth/passkeys/options`))
  const add = async (name = 'Phone', changes: Partial<Ceremony> = {}) =>
    browser.send('POST', path, { name, credential: device.create({ ...(await options()), ...changes }) })
  return { browser, device, options, add }
}

/** A browser in which nobody is signed in. */
function visitor(device: SoftAuthenticator) {
  const browser = new Browser()
  const challenge = async () => dataOf<Ceremony>(await browser.send('POST', `/api/auth/passkeys/challenge`))
  const prove = (credential: object) => browser.send('POST', `/api/auth/passkeys/session`, { credential })
  const signIn = async (changes: Partial<Ceremony> = {}) =>
    prove(device.get({ ...(await challenge()), ...changes }))
  return { browser, challenge, prove, signIn }
}

const eventsOf = (user: User, action: string) =>
  db.from('ledger_events').where({ action, subject_id: user.id }).orderBy('id', 'desc')

test.group('Adding a passkey', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('keeps its public half, and tells the owner', async ({ assert, cleanup }) => {
    const user = await bob()
    const { browser, add } = await desk(user)
    const answer = await add()
    const list = await browser.visit(path)
    const [event] = await eventsOf(user, 'user.passkey_added')
    const { mails } = mail.fake()
    cleanup(() => mail.restore())
    await deliverEvent({ eventId: event.id, subscriber: 'passkey-mail' })

    assert.equal(answer.status, 201)
    assert.containsSubset(dataOf<object[]>(list), [{ name: 'Phone', lastUsedAt: null }])
    assert.deepEqual(event.metadata, { name: 'Phone' })
    mails.sent(() => true)[0]?.message.assertTo('bob@acme.test')
  })

  test('is made to be found without a name, for this site and person', async ({ assert }) => {
    const { options, add } = await desk(await bob())
    await add()
    const made = await options()

    assert.containsSubset(made, {
      rp: { id: 'localhost' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
    assert.lengthOf(made.excludeCredentials, 1)
  })

  for (const [what, changes] of Object.entries({
    'another site': { origin: 'https://evil.test' },
    'another domain': { rpId: 'evil.test' },
    'another challenge': { challenge: 'bm90LW91cnM' },
    'nobody verified': { verified: false },
  })) {
    test(`by ${what} is refused, and nothing is kept`, async ({ assert }) => {
      const user = await bob()
      const { add } = await desk(user)
      const answer = await add('Phone', changes)

      assert.deepEqual([answer.status, answer.body.code], [422, 'E_PASSKEY_REFUSED'])
      assert.isEmpty(await Passkey.of(user))
      assert.isEmpty(await eventsOf(user, 'user.passkey_added'))
    })
  }

  test('answers a challenge once', async ({ assert }) => {
    const user = await bob()
    const { browser, device, options } = await desk(user)
    const credential = device.create(await options())
    const answers = [
      await browser.send('POST', path, { name: 'One', credential }),
      await browser.send('POST', path, { name: 'Two', credential }),
    ]

    assert.deepEqual(
      answers.map(({ status }) => status),
      [201, 422],
    )
    assert.lengthOf(await Passkey.of(user), 1)
  })

  test('needs a name and a credential', async ({ assert }) => {
    const { browser } = await desk(await bob())
    const answer = await browser.send('POST', path, { name: ' ', credential: { id: 'no base64!' } })

    assert.equal(answer.status, 422)
  })

  for (const [method, address] of [
    ['post', `/api/auth/passkeys/options`],
    ['post', path],
    ['delete', `/api/auth/passkeys/0198f000-0000-7000-8000-000000000000`],
  ] as const) {
    test(`${method} ${address} needs a login, the CSRF token and a confirmation`, async ({ client }) => {
      const user = await bob()
      ;(await client[method](address).withCsrfToken().json({})).assertStatus(401)
      ;(await client[method](address).loginAs(user).withSession(confirmed()).json({})).assertStatus(403)
      const unconfirmed = await client[method](address).loginAs(user).withCsrfToken().json({})
      unconfirmed.assertStatus(403)
      unconfirmed.assertBodyContains({ code: 'E_CONFIRMATION_REQUIRED' })
    })
  }
})

test.group('Signing in by passkey', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('needs neither a name nor a password nor a second step', async ({ assert }) => {
    const user = await bob()
    const { device, add } = await desk(user)
    await add()
    await user.merge({ twoFactorEnabledAt: user.createdAt }).save()
    const { browser, signIn } = visitor(device)
    const answer = await signIn()
    const [event] = await eventsOf(user, 'user.logged_in')

    assert.equal(answer.status, 200)
    assert.equal((await browser.me())?.email, user.email)
    assert.deepEqual(event.metadata, { method: 'passkey' })
    assert.isNotNull((await Passkey.of(user))[0]?.lastUsedAt)
  })

  for (const [what, changes] of Object.entries({
    'another site': { origin: 'https://evil.test' },
    'another domain': { rpId: 'evil.test' },
    'another challenge': { challenge: 'bm90LW91cnM' },
    'a device that verified nobody': { verified: false },
  })) {
    test(`for ${what} is refused`, async ({ assert }) => {
      const { device, add } = await desk(await bob())
      await add()
      const { browser, signIn } = visitor(device)
      const answer = await signIn(changes)

      assert.deepEqual([answer.status, answer.body.code], [401, 'E_PASSKEY_UNPROVEN'])
      assert.isNull(await browser.me())
    })
  }

  test('answers a challenge once, in the session that asked, also when sent twice at once', async ({
    assert,
  }) => {
    const { device, add } = await desk(await bob())
    await add()
    const [one, other] = [visitor(device), visitor(device)]
    const credential = device.get(await one.challenge())
    const elsewhere = await other.prove(credential)
    const twice = await Promise.all([one.prove(credential), one.prove(credential)])

    assert.equal(elsewhere.status, 401)
    assert.deepEqual(twice.map(({ status }) => status).sort(), [200, 401])
  })

  test('by a copy that counts backwards is refused', async ({ assert }) => {
    const { device, add } = await desk(await bob())
    await add()
    await visitor(device).signIn()
    const { challenge, prove } = visitor(device)
    const answer = await prove(device.get(await challenge(), { counter: false }))

    assert.equal(answer.status, 401)
  })

  test('by one that nobody knows, of somebody disabled, or of somebody else is refused alike', async ({
    assert,
  }) => {
    const user = await bob()
    const { device, add } = await desk(user)
    await add()
    const { challenge, prove } = visitor(device)
    const proof = device.get(await challenge())
    const handle = Buffer.from('0123456789abcdef').toString('base64url')
    const foreign = await prove({ ...proof, response: { ...proof.response, userHandle: handle } })
    const unknown = await prove({ ...device.get(await challenge()), id: 'bm9ib2R5' })
    await user.merge({ disabledAt: user.createdAt }).save()
    const disabled = await prove(device.get(await challenge()))

    assert.deepEqual([foreign.status, unknown.status, disabled.status], [401, 401, 401])
    assert.deepEqual(foreign.body.code, disabled.body.code)
  })

  test('needs a challenge, a credential and the CSRF token', async ({ assert, client }) => {
    const { browser } = visitor(new SoftAuthenticator())

    assert.equal((await browser.send('POST', `/api/auth/passkeys/session`)).status, 422)
    ;(await client.post(`/api/auth/passkeys/session`).json({})).assertStatus(403)
    ;(await client.post(`/api/auth/passkeys/challenge`).json({})).assertStatus(403)
  })
})

test.group('Confirming by passkey', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  const confirmation = '/api/auth/confirmation/passkey'

  async function confirmBy(user: User, device: SoftAuthenticator) {
    const { browser } = await desk(user)
    const challenge = dataOf<Ceremony>(await browser.send('POST', `/api/auth/passkeys/challenge`))
    return browser.send('POST', confirmation, { credential: device.get(challenge) })
  }

  test('counts for its owner', async ({ assert }) => {
    const { device, add } = await desk(await bob())
    await add()
    const answer = await confirmBy(await bob(), device)

    assert.equal(answer.status, 200)
    assert.isString(dataOf<{ confirmedUntil: string }>(answer).confirmedUntil)
  })

  test('by another’s is refused', async ({ assert }) => {
    const { device, add } = await desk(await bob())
    await add()

    assert.equal((await confirmBy(await alice(), device)).status, 401)
  })

  test('is nothing for visitors', async ({ client }) => {
    ;(await client.post(confirmation).withCsrfToken().json({})).assertStatus(401)
  })
})

test.group('One’s passkeys', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  async function withPasskey(user: User) {
    const { browser, add } = await desk(user)
    const { id } = dataOf<{ id: string }>(await add())
    return { browser, id }
  }

  test('are renamed', async ({ assert }) => {
    const user = await bob()
    const { browser, id } = await withPasskey(user)
    const answer = await browser.send('PATCH', `/api/auth/passkeys/${id}`, { name: 'Laptop' })
    const nameless = await browser.send('PATCH', `/api/auth/passkeys/${id}`, { name: '' })

    assert.equal(dataOf<{ name: string }>(answer).name, 'Laptop')
    assert.equal(nameless.status, 422)
    assert.equal((await Passkey.of(user))[0]?.name, 'Laptop')
    assert.lengthOf(await eventsOf(user, 'user.passkey_renamed'), 1)
  })

  test('are removed, once', async ({ assert }) => {
    const user = await bob()
    const { browser, id } = await withPasskey(user)
    const answers = [
      await browser.send('DELETE', `/api/auth/passkeys/${id}`),
      await browser.send('DELETE', `/api/auth/passkeys/${id}`),
    ]

    assert.deepEqual(
      answers.map(({ status }) => status),
      [204, 404],
    )
    assert.isEmpty(await Passkey.of(user))
    assert.lengthOf(await eventsOf(user, 'user.passkey_removed'), 1)
  })

  test('of another person are unknown, and stay', async ({ assert }) => {
    const { id } = await withPasskey(await bob())
    const { browser } = await desk(await alice())

    assert.deepEqual(dataOf(await browser.visit(path)), [])
    assert.equal((await browser.send('PATCH', `/api/auth/passkeys/${id}`, { name: 'Mine' })).status, 404)
    assert.equal((await browser.send('DELETE', `/api/auth/passkeys/${id}`)).status, 404)
    assert.equal((await Passkey.findOrFail(id)).name, 'Phone')
  })

  test('the last stays while it is the only way in', async ({ assert }) => {
    const user = await bob()
    const { browser, id } = await withPasskey(user)
    await user.merge({ password: null }).save()
    const answer = await browser.send('DELETE', `/api/auth/passkeys/${id}`)

    assert.deepEqual([answer.status, answer.body.code], [409, 'E_LAST_WAY_IN'])
    assert.lengthOf(await Passkey.of(user), 1)
  })

  test('are a way in, so that a provider can be disconnected', async ({ assert }) => {
    const user = await bob()
    await withPasskey(user)
    await user.merge({ password: null }).save()
    const proof = {
      provider: 'oidc' as const,
      issuer: 'https://id.test',
      subject: 'bob',
      email: user.email,
      fullName: user.fullName,
      isVerified: true,
    }
    const identity = await Identity.connect(user, proof)
    await identity.disconnect()

    assert.isNull(await Identity.find(identity.id))
  })
})
