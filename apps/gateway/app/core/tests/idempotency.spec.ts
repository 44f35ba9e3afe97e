import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import { uuidv7 } from 'uuidv7'
import { tokenForCredentials } from '#accounts/access_token'
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

  test('a refusal is an answer too', async ({ assert, client }) => {
    const { token } = await someone()
    const first = await rename(client, token, 'bad', '')
    const second = await rename(client, token, 'bad', '')
    first.assertStatus(422)
    assert.deepEqual(second.body(), first.body())
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

  test('what a killed process began is taken over, what is old is forgotten', async ({ assert, client }) => {
    const { user, token } = await someone()
    await rename(client, token, 'killed', 'Alice Acme')
    const row = () => db.from('idempotency_keys').where({ user_id: user.id, key: 'killed' })
    await row().update({ status: null, body: null, running_until: new Date(0) })
    const again = await rename(client, token, 'killed', 'Alice Acme')
    again.assertStatus(200)
    assert.isUndefined(again.header('idempotency-replayed'))

    await row().update({ created_at: new Date(0) })
    await IdempotencyKey.forgetOld()
    assert.lengthOf(await row(), 0)
  })
})
