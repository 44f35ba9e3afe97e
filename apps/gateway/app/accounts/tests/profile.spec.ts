import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { alice } from '#tests/world'

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
