import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import mail from '@adonisjs/mail/services/main'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import User from '#accounts/models/user'
import { events, somebody, withFactors } from '#admin/tests/world'
import deliverEvent from '#ledger/jobs/deliver_event'
import { Browser } from '#tests/browser'
import { acme, alice, bearer, bob, dana, eve, keyFor, login } from '#tests/world'

const nobody = '01890000-0000-7000-8000-000000000000'

test.group('The list of users', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('finds by name and by address', async ({ assert, client }) => {
    const administrator = await dana()
    const search = async (text: string) => {
      const answer = await client.get('/api/admin/users').qs({ search: text }).loginAs(administrator)
      answer.assertStatus(200)
      return answer.body().data.map(({ email }: User) => email)
    }

    assert.deepEqual(await search('BAPTISTE'), ['bob@acme.test'])
    assert.sameMembers(await search('@acme.'), [
      'ada@acme.test',
      'alice@acme.test',
      'bob@acme.test',
      'viktor@acme.test',
    ])
  })

  for (const text of ['%', '_', '\\', "' or true --"]) {
    test(`takes ${text} in a search as text`, async ({ assert, client }) => {
      const answer = await client
        .get('/api/admin/users')
        .qs({ search: text })
        .loginAs(await dana())

      answer.assertStatus(200)
      assert.equal(answer.body().total, 0)
    })
  }

  test('filters by role, state and verification', async ({ assert, client }) => {
    await (await bob()).merge({ disabledAt: DateTime.utc(), emailVerifiedAt: DateTime.utc() }).save()
    const found = async (query: object) => {
      const answer = await client
        .get('/api/admin/users')
        .qs(query)
        .loginAs(await dana())
      return answer.body().data.map(({ email }: User) => email)
    }

    assert.deepEqual(await found({ role: 'editor' }), ['eve@gantry.test'])
    assert.deepEqual(await found({ state: 'disabled' }), ['bob@acme.test'])
    assert.notInclude(await found({ state: 'active' }), 'bob@acme.test')
    assert.include(await found({ verified: true }), 'bob@acme.test')
    assert.notInclude(await found({ verified: false }), 'bob@acme.test')
  })

  test('sorts and pages', async ({ assert, client }) => {
    const page = async (query: object) => {
      const answer = await client
        .get('/api/admin/users')
        .qs({ perPage: 2, ...query })
        .loginAs(await dana())
      return answer.body()
    }
    const first = await page({ sort: 'email' })
    const second = await page({ sort: 'email', page: 2 })
    const last = await page({ sort: '-fullName' })

    assert.deepEqual(
      [...first.data, ...second.data].map(({ email }: User) => email.split('@')[0]),
      ['ada', 'alice', 'bob', 'charlie'],
    )
    assert.equal(first.total, Number((await db.from('users').count('* as all').first()).all))
    assert.equal(last.data[0].fullName, 'Viktor Varga')
  })

  for (const query of [
    { sort: 'password' },
    { sort: 'email; drop table users' },
    { sort: '(select 1)' },
    { page: 0 },
    { perPage: 1_000 },
    { role: 'owner' },
  ]) {
    test(`refuses ${JSON.stringify(query)}`, async ({ client }) => {
      const answer = await client
        .get('/api/admin/users')
        .qs(query)
        .loginAs(await dana())
      answer.assertStatus(422)
    })
  }

  test('refuses a NUL byte', async ({ client }) => {
    const answer = await client.get('/api/admin/users?search=a%00b').loginAs(await dana())
    answer.assertStatus(400)
  })

  test('shows nothing secret', async ({ assert, client }) => {
    const answer = await client.get('/api/admin/users').loginAs(await dana())
    assert.notProperty(answer.body().data[0], 'password')
    assert.notProperty(answer.body().data[0], 'sessionEpoch')
  })

  test('shows one with what they belong to', async ({ assert, client }) => {
    const { id } = await bob()
    const answer = await client.get(`/api/admin/users/${id}`).loginAs(await dana())

    answer.assertStatus(200)
    assert.containsSubset(answer.body().data, {
      email: 'bob@acme.test',
      memberships: [{ name: 'Acme', role: 'member' }],
    })
  })

  test('does not know who does not exist', async ({ client }) => {
    for (const id of [nobody, 'users.csv', '../../users']) {
      const answer = await client.get(`/api/admin/users/${encodeURIComponent(id)}`).loginAs(await dana())
      answer.assertStatus(id === nobody ? 404 : 422)
    }
  })
})

test.group('Users are administered', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('by nobody but administrators', async ({ assert, client }) => {
    const { id } = await bob()
    const calls = [
      () => client.get('/api/admin/users'),
      () => client.get('/api/admin/users.csv'),
      () => client.get(`/api/admin/users/${id}`),
      () => client.patch(`/api/admin/users/${id}`).withCsrfToken().json({ role: 'platform_admin' }),
      () => client.post(`/api/admin/users/${id}/suspension`).withCsrfToken().json({ reason: 'Because' }),
      () => client.delete(`/api/admin/users/${id}/suspension`).withCsrfToken(),
      () => client.delete(`/api/admin/users/${id}/sessions`).withCsrfToken(),
      () => client.post(`/api/admin/users/${id}/verification-mail`).withCsrfToken(),
      () =>
        client
          .post(`/api/admin/users/${id}/two-factor-reset`)
          .withCsrfToken()
          .json({ passkeys: true, reason: 'Because' }),
    ]
    for (const call of calls) {
      const visitor = await call()
      const member = await call().loginAs(await alice())
      const editor = await call().loginAs(await eve())

      visitor.assertStatus(401)
      member.assertStatus(403)
      editor.assertStatus(403)
    }
    assert.containsSubset((await bob()).$attributes, { role: 'user', disabledAt: null, sessionEpoch: 0 })
  })

  test('only with a CSRF token', async ({ client }) => {
    const { id } = await bob()
    const answer = await client
      .patch(`/api/admin/users/${id}`)
      .loginAs(await dana())
      .json({ role: 'editor' })
    answer.assertStatus(403)
    answer.assertBodyContains({ code: 'E_BAD_CSRF_TOKEN' })
  })

  test('change of name, role and verification is recorded once', async ({ assert, client }) => {
    const { id } = await (await bob()).merge({ emailVerifiedAt: null }).save()
    const change = { fullName: 'Bob B.', role: 'editor', verified: true, reason: 'He writes the blog now' }
    const send = async () =>
      client
        .patch(`/api/admin/users/${id}`)
        .loginAs(await dana())
        .withCsrfToken()
        .json(change)
    const answer = await send()
    const again = await send()

    answer.assertStatus(200)
    again.assertStatus(200)
    assert.isString(answer.body().data.emailVerifiedAt)
    assert.containsSubset(answer.body().data, { fullName: 'Bob B.', role: 'editor' })
    const recorded = await events(id)
    assert.lengthOf(recorded, 1)
    assert.containsSubset(recorded, [
      { action: 'user.updated', actor_id: (await dana()).id, metadata: change },
    ])
  })

  test('what is not theirs to change is dropped, what is not valid refused', async ({ assert, client }) => {
    const user = await bob()
    const send = async (change: object) =>
      client
        .patch(`/api/admin/users/${user.id}`)
        .loginAs(await dana())
        .withCsrfToken()
        .json(change)
    const dropped = await send({ email: 'x@y.test', password: 'another-one-1', sessionEpoch: 9, id: nobody })
    const refused = await send({ fullName: '', role: 'owner', verified: 'yes' })

    dropped.assertStatus(200)
    refused.assertStatus(422)
    assert.sameMembers(Object.keys(refused.body().details), ['fullName', 'role', 'verified'])
    assert.deepEqual((await bob()).$attributes, user.$attributes)
  })

  test('a disabled person is out at once and stays out until enabled', async ({ assert, client }) => {
    const user = await bob()
    const session = (await login(client, user.email)).cookie('gantry_session')?.value
    const headers = await bearer(client, user.email)
    const organization = await acme()
    const key = await keyFor(user, organization)
    const byKey = () => client.get(`/api/organizations/${organization.id}`).headers(key.headers)
    ;(await byKey()).assertStatus(200)
    const suspension = async (method: 'post' | 'delete') =>
      client[method](`/api/admin/users/${user.id}/suspension`)
        .loginAs(await dana())
        .withCsrfToken()
        .json({ reason: 'Sent spam' })

    assert.isString((await suspension('post')).body().data.disabledAt)
    const bySession = await client.get('/api/auth/me').withCookie('gantry_session', session)
    const byToken = await client.get('/api/auth/me').headers(headers)
    const byPassword = await login(client, user.email)

    bySession.assertStatus(401)
    byToken.assertStatus(401)
    ;(await byKey()).assertStatus(401)
    byPassword.assertStatus(401)

    assert.isNull((await suspension('delete')).body().data.disabledAt)
    const oldSession = await client.get('/api/auth/me').withCookie('gantry_session', session)
    const newSession = await login(client, user.email)

    oldSession.assertStatus(401)
    newSession.assertStatus(200)
    assert.containsSubset(await events(user.id), [
      { action: 'user.disabled', metadata: { reason: 'Sent spam' } },
      { action: 'user.enabled' },
    ])
  })

  test('disabling needs a reason', async ({ assert, client }) => {
    const { id } = await bob()
    const answer = await client
      .post(`/api/admin/users/${id}/suspension`)
      .loginAs(await dana())
      .withCsrfToken()
      .json({})

    answer.assertStatus(422)
    assert.property(answer.body().details, 'reason')
    assert.isNull((await bob()).disabledAt)
  })

  test('disabling twice happens once', async ({ assert, client }) => {
    const { id } = await bob()
    const disable = async () =>
      client
        .post(`/api/admin/users/${id}/suspension`)
        .loginAs(await dana())
        .withCsrfToken()
        .json({ reason: 'Sent spam' })
    const first = await disable()
    const second = await disable()

    assert.equal(first.body().data.disabledAt, second.body().data.disabledAt)
    assert.lengthOf(await events(id), 1)
  })

  test('their sessions can be ended everywhere', async ({ assert, client }) => {
    const user = await bob()
    const session = (await login(client, user.email)).cookie('gantry_session')?.value
    const answer = await client
      .delete(`/api/admin/users/${user.id}/sessions`)
      .loginAs(await dana())
      .withCsrfToken()
    const me = await client.get('/api/auth/me').withCookie('gantry_session', session)

    answer.assertStatus(204)
    me.assertStatus(401)
    assert.containsSubset(await events(user.id), [{ action: 'user.sessions_ended' }])
  })

  test('who has not confirmed their address is mailed again, and only they', async ({ assert, client }) => {
    const unconfirmed = await somebody()
    const send = async (id: string) =>
      client
        .post(`/api/admin/users/${id}/verification-mail`)
        .loginAs(await dana())
        .withCsrfToken()
    const answer = await send(unconfirmed.id)
    const needless = await send((await bob()).id)
    const unknown = await send(nobody)

    answer.assertStatus(202)
    needless.assertStatus(202)
    unknown.assertStatus(404)
    assert.containsSubset(await events(unconfirmed.id), [
      { action: 'user.verification_requested', actor_id: (await dana()).id },
    ])
    assert.isEmpty(await events((await bob()).id))
  })

  const reset = async (client: ApiClient, id: string, body: object) =>
    client
      .post(`/api/admin/users/${id}/two-factor-reset`)
      .loginAs(await dana())
      .withCsrfToken()
      .json(body)

  test('who has lost their second factor signs in without, and is told', async ({
    assert,
    client,
    cleanup,
  }) => {
    const user = await withFactors(await bob())
    const waiting = new Browser()
    await waiting.signIn(user.email)
    const answer = await reset(client, user.id, { passkeys: false, reason: 'Lost the phone' })
    const event = (await events(user.id)).at(-1)
    const { mails } = mail.fake()
    cleanup(() => mail.restore())
    await deliverEvent({ eventId: event!.id, subscriber: 'two-factor-mail' })

    answer.assertStatus(200)
    assert.containsSubset(answer.body().data, { twoFactorEnabledAt: null, passkeys: 1 })
    assert.lengthOf(await db.from('authenticators').where({ user_id: user.id }), 0)
    assert.lengthOf(await db.from('recovery_codes').where({ user_id: user.id }), 0)
    assert.containsSubset(event, {
      action: 'user.two_factor_reset',
      actor_id: (await dana()).id,
      metadata: { passkeys: 0, reason: 'Lost the phone' },
    })
    mails.sent(() => true)[0]?.message.assertTo('bob@acme.test')
    const step = await waiting.send('POST', '/api/auth/two-factor/session', { code: '123456' })
    assert.equal(step.body.code, 'E_NO_SIGN_IN_WAITS')
    assert.equal((await bob()).sessionEpoch, 1)
    ;(await login(client, 'bob@acme.test')).assertBodyContains({ data: { user: { id: user.id } } })
  })

  test('passkeys go with it where that is asked for', async ({ assert, client }) => {
    const user = await withFactors(await bob())
    const answer = await reset(client, user.id, { passkeys: true, reason: 'Stolen' })
    const again = await reset(client, user.id, { passkeys: true, reason: 'Stolen' })

    assert.containsSubset(answer.body().data, { twoFactorEnabledAt: null, passkeys: 0 })
    again.assertStatus(200)
    assert.deepEqual(
      (await events(user.id)).map(({ action }) => action),
      ['user.two_factor_enabled', 'user.two_factor_reset'],
    )
    assert.equal((await bob()).sessionEpoch, 1)
  })

  test('a second factor is removed with a reason, and nobody removes their own', async ({
    assert,
    client,
  }) => {
    const user = await withFactors(await bob())
    const bad = await reset(client, user.id, { passkeys: 'yes' })
    const own = await reset(client, (await dana()).id, { passkeys: true, reason: 'I am tired' })
    const unknown = await reset(client, nobody, { passkeys: true, reason: 'Never was' })

    assert.sameMembers(Object.keys(bad.body().details), ['passkeys', 'reason'])
    own.assertBodyContains({ code: 'E_OWN_ACCOUNT' })
    unknown.assertStatus(404)
    assert.isTrue((await bob()).hasTwoFactor)
    assert.lengthOf(await events(user.id), 1)
  })

  test('nobody disables or demotes themselves', async ({ assert, client }) => {
    const administrator = await dana()
    const demotion = await client
      .patch(`/api/admin/users/${administrator.id}`)
      .loginAs(administrator)
      .withCsrfToken()
      .json({ role: 'user' })
    const suspension = await client
      .post(`/api/admin/users/${administrator.id}/suspension`)
      .loginAs(administrator)
      .withCsrfToken()
      .json({ reason: 'I am tired' })

    demotion.assertStatus(409)
    suspension.assertStatus(409)
    suspension.assertBodyContains({ code: 'E_OWN_ACCOUNT' })
    assert.containsSubset((await dana()).$attributes, { role: 'platform_admin', disabledAt: null })
  })

  test('nobody who does not exist', async ({ client }) => {
    const answer = await client
      .post(`/api/admin/users/${nobody}/suspension`)
      .loginAs(await dana())
      .withCsrfToken()
      .json({ reason: 'Never was' })
    answer.assertStatus(404)
  })

  test('are exported as they are listed, with nothing that a spreadsheet would run', async ({
    assert,
    client,
  }) => {
    await somebody({ fullName: '=cmd|"/C calc"!A0', email: 'formula@export.test' })
    await somebody({ fullName: 'Zoë, "the" one', email: 'quoted@export.test' })
    await somebody({ fullName: 'Yan\r\n=1+1,\u001b[31m', email: 'broken@export.test' })
    const answer = await client.get('/api/admin/users.csv?search=@export.test').loginAs(await dana())
    const [header, ...lines] = answer.text().trimEnd().split('\r\n')

    answer.assertStatus(200)
    answer.assertHeader('content-type', 'text/csv; charset=utf-8')
    assert.match(String(answer.header('content-disposition')), /attachment; filename="users-.*\.csv"/)
    assert.equal(header, '\uFEFFid,email,name,role,verified_at,disabled_at,registered_at')
    assert.lengthOf(lines, 4)
    assert.include(lines.slice(2).join('\r\n'), 'broken@export.test,"Yan\r\n=1+1,\u001b[31m",user')
    assert.include(lines[0], `formula@export.test,"'=cmd|""/C calc""!A0",user`)
    assert.include(lines[1], 'quoted@export.test,"Zoë, ""the"" one",user')
    assert.containsSubset(await events((await dana()).id), [{ action: 'users.exported' }])
  })

  test('are exported all, however many', async ({ assert, client }) => {
    await db.rawQuery(
      `insert into users (id, email, full_name, password)
       select gen_random_uuid(), 'many-' || n || '@export.test', 'Many', '' from generate_series(1, 2500) n`,
    )
    const answer = await client.get('/api/admin/users.csv?search=many-').loginAs(await dana())
    const ids = answer
      .text()
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',')[0])

    assert.lengthOf(new Set(ids), 2_500)
  })
})

test.group('Two administrators', () => {
  test('who dismiss each other at the same moment leave one', async ({ assert, client, cleanup }) => {
    const [first, second] = [await dana(), await somebody({ role: 'platform_admin' })]
    cleanup(async () => {
      await second.delete()
      await User.query().where({ id: first.id }).update({ role: 'platform_admin', session_epoch: 0 })
    })
    const dismiss = (one: User, by: User) =>
      client.patch(`/api/admin/users/${one.id}`).loginAs(by).withCsrfToken().json({ role: 'user' })
    const answers = await Promise.all([dismiss(first, second), dismiss(second, first)])

    assert.sameMembers(
      answers.map((answer) => answer.status() === 200),
      [true, false],
    )
    assert.lengthOf(await User.query().where({ role: 'platform_admin' }), 1)
  })
})
