import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { alice, login, password } from '#tests/world'

const path = '/api/auth/change-password'

test.group('Changing the password', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('keeps this session and ends the others', async ({ assert, client }) => {
    const user = await alice()
    const answer = await client
      .post(path)
      .loginAs(user)
      .withCsrfToken()
      .json({ currentPassword: password, password: 'another-horse-10' })
    const here = await client
      .get('/api/auth/me')
      .withCookie('gantry_session', answer.cookie('gantry_session')?.value)
    const elsewhere = await client.get('/api/auth/me').loginAs(user)

    answer.assertStatus(200)
    here.assertStatus(200)
    elsewhere.assertStatus(401)
    assert.isTrue(await (await alice()).isPassword('another-horse-10'))
  })

  test('needs the current one', async ({ assert, client }) => {
    const answer = await client
      .post(path)
      .loginAs(await alice())
      .withCsrfToken()
      .json({ currentPassword: 'a guess', password: 'another-horse-10' })

    answer.assertStatus(422)
    assert.property(answer.body().details, 'currentPassword')
    assert.isTrue(await (await alice()).isPassword(password))
  })

  for (const weak of ['short', 'password123', 'x'.repeat(129)]) {
    test(`refuses ${weak.slice(0, 12)}`, async ({ assert, client }) => {
      const answer = await client
        .post(path)
        .loginAs(await alice())
        .withCsrfToken()
        .json({ currentPassword: password, password: weak })

      answer.assertStatus(422)
      assert.property(answer.body().details, 'password')
      assert.isTrue(await (await alice()).isPassword(password))
    })
  }

  test('is nothing for visitors or other sites', async ({ client }) => {
    const visitor = await client.post(path).withCsrfToken().json({})
    const otherSite = await client
      .post(path)
      .loginAs(await alice())
      .json({})

    visitor.assertStatus(401)
    otherSite.assertStatus(403)
  })

  test('cannot be done, nor anything confirmed, by who has none', async ({ assert, client }) => {
    const user = await alice()
    await user.merge({ password: null }).save()
    const change = await client
      .post(path)
      .loginAs(user)
      .withCsrfToken()
      .json({ currentPassword: '', password: 'another-horse-10' })
    const confirmation = await client
      .post('/api/auth/confirmation')
      .loginAs(user)
      .withCsrfToken()
      .json({ password })
    const me = await client.get('/api/auth/me').loginAs(user)

    change.assertStatus(422)
    confirmation.assertStatus(422)
    ;(await login(client, user.email)).assertStatus(401)
    assert.isNull((await alice()).password)
    assert.isFalse(me.body().data.hasPassword)
  })
})
