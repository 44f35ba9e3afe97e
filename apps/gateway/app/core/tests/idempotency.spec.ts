import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { uuidv7 } from 'uuidv7'
import { tokenForCredentials } from '#accounts/access_token'
import ProfileController from '#accounts/controllers/profile_controller'
import User from '#accounts/models/user'
import { IdempotencyKey } from '#core/idempotency_key'

async function someone() {
  const user = await User.create({
    email: `${uuidv7()}@acme.test`,
    fullName: 'Alice',
    password: 'gantry-demo-2026',
  })
  return { user, token: (await tokenForCredentials(user)).token }
}

const rename = (client: ApiClient, token: string, key: string, fullName: unknown) =>
  client.patch('/api/user/me').bearerToken(token).header('idempotency-key', key).json({ fullName })

const changesOf = (user: User) =>
  db.from('ledger_events').where({ subject_id: user.id, action: 'user.profile_updated' })

const rowOf = (user: User, key: string) => db.from('idempotency_keys').where({ user_id: user.id, key })

/** What is left of a request whose process died. */
const killed = { status: null, body: null, running_until: new Date(0) }

/** @returns how to undo it */
function breakAfterwards() {
  const { update } = ProfileController.prototype
  ProfileController.prototype.update = async function (ctx) {
    await update.call(this, ctx)
    throw new Error('Broken, for a test')
  }
  return () => void (ProfileController.prototype.update = update)
}

/** @returns how to undo it */
function breakBefore() {
  const { update } = ProfileController.prototype
  ProfileController.prototype.update = () => Promise.reject(new Error('Broken, for a test'))
  return () => void (ProfileController.prototype.update = update)
}

test.group('Idempotency-Key', () => {
  test('the same request again does nothing and gets the same answer', async ({ assert, client }) => {
    const { user, token } = await someone()
    const first = await rename(client, token, 'one', 'Alice Acme')
    const second = await rename(client, token, 'one', 'Alice Acme')

    second.assertStatus(200)
    assert.deepEqual(second.body(), first.body())
    assert.isUndefined(first.header('idempotency-replayed'))
    assert.equal(second.header('idempotency-replayed'), 'true')
    assert.lengthOf(await changesOf(user), 1)
  })

  test('at the same moment it is done once', async ({ assert, client }) => {
    const { user, token } = await someone()
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => rename(client, token, 'same', 'Alice Acme')),
    )
    assert.deepEqual([...new Set(answers.map((answer) => answer.text()))].length, 1)
    assert.lengthOf(await changesOf(user), 1)
  })

  test('another request under the same key is refused', async ({ assert, client }) => {
    const { user, token } = await someone()
    await rename(client, token, 'one', 'Alice Acme')
    const response = await rename(client, token, 'one', 'Mallory')

    response.assertStatus(409)
    response.assertBodyContains({ code: 'E_IDEMPOTENCY_CONFLICT' })
    assert.equal((await user.refresh()).fullName, 'Alice Acme')
  })

  test('a refusal is not kept: the corrected request may come under the same key', async ({
    assert,
    client,
  }) => {
    const { user, token } = await someone()
    ;(await rename(client, token, 'bad', '')).assertStatus(422)
    const corrected = await rename(client, token, 'bad', 'Alice Acme')
    corrected.assertStatus(200)
    assert.isUndefined(corrected.header('idempotency-replayed'))
    assert.equal((await user.refresh()).fullName, 'Alice Acme')
  })

  test('what failed after it was committed is not done again', async ({ assert, client }) => {
    const { user, token } = await someone()
    const mend = breakAfterwards()
    ;(await rename(client, token, 'late', 'Alice Acme')).assertStatus(500)
    mend()

    const again = await rename(client, token, 'late', 'Alice Acme')
    again.assertStatus(409)
    again.assertBodyContains({ code: 'E_IDEMPOTENCY_LOST' })
    assert.lengthOf(await changesOf(user), 1)
  })

  test('what failed before anything was committed is done when asked again', async ({ assert, client }) => {
    const { user, token } = await someone()
    const mend = breakBefore()
    ;(await rename(client, token, 'early', 'Alice Acme')).assertStatus(500)
    mend()

    ;(await rename(client, token, 'early', 'Alice Acme')).assertStatus(200)
    assert.lengthOf(await changesOf(user), 1)
  })

  test('the keys of two people are two keys', async ({ client }) => {
    const [alice, bob] = [await someone(), await someone()]
    ;(await rename(client, alice.token, 'one', 'Alice Acme')).assertStatus(200)
    ;(await rename(client, bob.token, 'one', 'Bob Acme')).assertBodyContains({
      data: { fullName: 'Bob Acme' },
    })
  })

  test('a malformed key is refused', async ({ client }) => {
    const { token } = await someone()
    for (const key of ['a b', 'x'.repeat(129)]) {
      ;(await rename(client, token, key, 'Alice')).assertStatus(400)
    }
  })

  test('what a killed process began is taken over when it had done nothing', async ({ assert, client }) => {
    const { user, token } = await someone()
    await rename(client, token, 'killed', 'Alice Acme')
    await rowOf(user, 'killed').update({ ...killed, request_id: 'that never wrote anything' })

    const again = await rename(client, token, 'killed', 'Alice Acme')
    again.assertStatus(200)
    assert.isUndefined(again.header('idempotency-replayed'))
  })

  test('what a killed process had done is not done again', async ({ assert, client }) => {
    const { user, token } = await someone()
    await rename(client, token, 'killed', 'Alice Acme')
    await rowOf(user, 'killed').update(killed)

    const again = await rename(client, token, 'killed', 'Alice Acme')
    again.assertStatus(409)
    again.assertBodyContains({ code: 'E_IDEMPOTENCY_LOST' })
    assert.lengthOf(await changesOf(user), 1)
  })

  test('after a day a key is a new one, for whatever request', async ({ assert, client }) => {
    const { user, token } = await someone()
    await rename(client, token, 'old', 'Alice Acme')
    await rowOf(user, 'old').update({ created_at: DateTime.now().minus({ hours: 24, seconds: 1 }).toSQL() })
    ;(await rename(client, token, 'old', 'Alice Again')).assertBodyContains({
      data: { fullName: 'Alice Again' },
    })

    await rowOf(user, 'old').update({ created_at: new Date(0) })
    await IdempotencyKey.forgetOld()
    assert.lengthOf(await rowOf(user, 'old'), 0)
  })

  test('twenty at the same moment make one organization', async ({ assert, client }) => {
    const { user, token } = await someone()
    await user.merge({ emailVerifiedAt: DateTime.now() }).save()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        client
          .post('/api/organizations')
          .bearerToken(token)
          .header('idempotency-key', 'twenty')
          .json({ name: 'Initech' }),
      ),
    )

    const [first, ...others] = answers.filter((answer) => answer.status() === 201)
    assert.lengthOf(
      answers.filter((answer) => answer.status() === 201 && !answer.header('idempotency-replayed')),
      1,
    )
    for (const other of others) assert.deepEqual(other.body(), first!.body())
    for (const answer of answers) assert.include([201, 409], answer.status())
    assert.lengthOf(await db.from('memberships').where({ user_id: user.id }), 1)
  })
})
