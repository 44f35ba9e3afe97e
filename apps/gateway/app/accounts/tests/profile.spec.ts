import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { Browser } from '#tests/browser'
import { alice, bob } from '#tests/world'

test.group('Profile', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('shows and changes the name', async ({ assert, client }) => {
    const user = await alice()
    const changed = await client
      .patch('/api/user/me')
      .loginAs(user)
      .withCsrfToken()
      .json({ fullName: '  Alice Acme ' })
    const shown = await client.get('/api/user/me').loginAs(user)

    changed.assertStatus(200)
    assert.equal(shown.body().data.fullName, 'Alice Acme')
  })

  test('fields that are not offered change nothing', async ({ assert, client }) => {
    await client
      .patch('/api/user/me')
      .loginAs(await alice())
      .withCsrfToken()
      .json({ fullName: 'Alice', role: 'platform_admin', email: 'root@acme.test', sessionEpoch: 9 })

    const user = await alice()
    assert.equal(user.role, 'user')
    assert.equal(user.sessionEpoch, 0)
  })

  test('nothing is taken from what objects inherit', async ({ assert }) => {
    const before = await alice()
    const browser = new Browser()
    await browser.signIn(before.email)
    const planted = '{"role": "platform_admin", "emailVerifiedAt": null, "fullName": "Mallory"}'
    const body = `{
      "fullName": "Alice A.", "id": "${(await bob()).id}", "createdAt": "2000-01-01", "isAdmin": true,
      "__proto__": ${planted}, "constructor": {"prototype": ${planted}}, "user": ${planted}
    }`
    const answer = await browser.send('PATCH', '/api/user/me', JSON.parse(body) as object)
    const after = await alice()

    assert.equal(answer.status, 200)
    assert.equal(after.fullName, 'Alice A.')
    for (const column of ['role', 'emailVerifiedAt', 'createdAt'] as const)
      assert.deepEqual(after.$attributes[column], before.$attributes[column])
    assert.equal((await bob()).fullName, 'Bob Baptiste')
    assert.notProperty({}, 'role')
  })

  test('an empty name is refused', async ({ assert, client }) => {
    const answer = await client
      .patch('/api/user/me')
      .loginAs(await alice())
      .withCsrfToken()
      .json({ fullName: '   ' })

    answer.assertStatus(422)
    assert.equal(answer.body().code, 'E_VALIDATION_ERROR')
    assert.equal((await alice()).fullName, 'Alice Andersson')
  })

  test('visitors have none', async ({ client }) => {
    const shown = await client.get('/api/user/me')
    const changed = await client.patch('/api/user/me').withCsrfToken().json({ fullName: 'X' })

    shown.assertStatus(401)
    changed.assertStatus(401)
  })
})
