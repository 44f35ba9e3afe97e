import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import type User from '#accounts/models/user'
import { Browser } from '#tests/browser'
import { acme, alice, bearer, bob, confirmed, dana, eve, login } from '#tests/world'

const reason = 'Ticket 4711: invoices are not shown'
const path = ({ id }: User) => `/api/admin/users/${id}/impersonation`
const act = (browser: Browser, user: User) => browser.send('POST', path(user), { reason })

interface Me {
  email: string
  organization: { slug: string }
  impersonation: { administrator: string; reason: string; endsAt: string } | null
}
const me = async (browser: Browser) => (await browser.me()) as unknown as Me | null

/** A browser in which Dana acts as somebody else. */
async function acting(user: User) {
  const browser = new Browser()
  await browser.signIn('dana@gantry.test')
  await act(browser, user)
  return browser
}

const eventsAbout = (id: string) =>
  db
    .from('ledger_events')
    .where({ subject_id: id })
    .whereLike('action', 'user.impersonation%')
    .orderBy('id') as Promise<{ action: string; actor_id: string; metadata: object }[]>

test.group('Acting as somebody else', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('shows what they see, says who acts and why, and ends where it began', async ({ assert }) => {
    const [administrator, user] = [await dana(), await alice()]
    const browser = new Browser()
    await browser.signIn('dana@gantry.test')
    const before = new Browser()
    before.take('gantry_session', browser)

    assert.equal((await act(browser, user)).status, 204)
    const seen = await me(browser)
    assert.containsSubset(seen, {
      email: 'alice@acme.test',
      organization: { slug: 'acme' },
      impersonation: { administrator: administrator.fullName, reason },
    })
    assert.closeTo(Date.parse(seen!.impersonation!.endsAt), Date.now() + 3_600_000, 30_000)
    assert.isNull(await me(before), 'the id of the session before is dead')

    const meanwhile = new Browser()
    meanwhile.take('gantry_session', browser)
    assert.equal((await browser.send('DELETE', '/api/auth/impersonation')).status, 204)
    assert.containsSubset(await me(browser), { email: 'dana@gantry.test', impersonation: null })
    assert.isNull(await me(meanwhile), 'the id of the session meanwhile is dead')

    const [started, ended] = await eventsAbout(user.id)
    assert.containsSubset(started, {
      action: 'user.impersonation_started',
      actor_id: administrator.id,
      metadata: { reason },
    })
    assert.containsSubset(ended, { action: 'user.impersonation_ended', actor_id: administrator.id })
  })

  test('does what they may do, in their name and with that of who acts', async ({ assert }) => {
    const [administrator, user, { id }] = [await dana(), await alice(), await acme()]
    const browser = await acting(user)
    const answer = await browser.send('PATCH', `/api/organizations/${id}`, {
      name: 'Acme Limited',
      slug: 'acme',
    })

    assert.equal(answer.status, 200)
    const event = await db
      .from('ledger_events')
      .where({ action: 'organization.renamed', subject_id: id })
      .orderBy('id', 'desc')
      .firstOrFail()
    assert.equal(event.actor_id, user.id)
    assert.equal(event.impersonator_id, administrator.id)
  })

  test('is told to the person, to their organization, and to the platform, each as much as is theirs', async ({
    assert,
    client,
  }) => {
    const [user, { id }] = [await alice(), await acme()]
    const browser = await acting(user)
    await browser.send('PATCH', `/api/organizations/${id}`, { name: 'Acme Limited', slug: 'acme' })

    const newest = async (address: string, reader: User) => {
      const answer = await client.get(address).loginAs(reader)
      return answer.body().data as { sentence: string; ip: string | null }[]
    }
    const own = (await newest('/api/user/events', user)).find(({ sentence }) => sentence.includes('began'))
    assert.equal(own?.sentence, `An administrator of the platform began to act as you. Reason: ${reason}`)
    assert.isNull(own?.ip)
    const [its] = await newest('/api/audit?action=organization.renamed', user)
    assert.match(its?.sentence ?? '', /^An administrator of the platform, acting as Alice \w+, /)
    assert.isNull(its?.ip)
    const [whole] = await newest('/api/admin/ledger?action=organization.renamed', await dana())
    assert.match(whole?.sentence ?? '', /^Dana \w+, acting as Alice \w+, /)
    assert.equal(whole?.ip, '127.0.0.1')

    await user.merge({ language: 'de' }).save()
    const [german] = await newest('/api/audit?action=organization.renamed', user)
    assert.match(
      german?.sentence ?? '',
      /^Ein Administrator der Plattform hat in Vertretung für Alice \w+ die Organisation „Acme/,
    )
  })

  test('touches nothing of how they sign in, what they own or what they pay', async ({ assert }) => {
    const user = await alice()
    const browser = await acting(user)
    const refused = [
      await browser.send('POST', '/api/auth/change-password', {
        currentPassword: 'gantry-demo-2026',
        password: 'correct-horse-9',
      }),
      await browser.send('POST', '/api/auth/confirmation', { password: 'gantry-demo-2026' }),
      await browser.send('POST', '/api/user/email', { email: 'mallory@example.test' }),
      await browser.send('POST', '/api/auth/two-factor/secret'),
      await browser.send('POST', '/api/user/export'),
      await browser.send('DELETE', '/api/auth/sessions'),
      await browser.send('POST', '/api/auth/token'),
      await browser.send('PATCH', '/api/user/me', { fullName: 'Mallory' }),
      await browser.send('POST', '/api/organizations', { name: 'Another' }),
      await browser.send('POST', `/api/organizations/${(await acme()).id}/invitations`, {
        email: 'mallory@example.test',
        role: 'owner',
      }),
      await browser.send('POST', '/api/billing/subscriptions', { planCode: 'scale_monthly' }),
      await browser.send('DELETE', '/api/billing/subscriptions/01890000-0000-7000-8000-000000000000'),
    ]

    assert.deepEqual(
      refused.map(({ status, body }) => `${status} ${body.code}`),
      refused.map(() => '403 E_IMPERSONATING'),
    )
    const administrator = await dana()
    const told = await db
      .from('ledger_events')
      .where({ action: 'user.impersonation_refused', subject_id: user.id, actor_id: administrator.id })
      .orderBy('id')
    assert.lengthOf(told, refused.length)
    assert.deepEqual(told[0].metadata, { route: 'auth.change_password' })
    await user.refresh()
    assert.equal(user.fullName.split(' ')[0], 'Alice')
    assert.isTrue(await user.isPassword('gantry-demo-2026'))
  })

  test('does not nest', async ({ assert }) => {
    const browser = await acting(await alice())
    const nested = await act(browser, await bob())
    assert.equal(`${nested.status} ${nested.body.code}`, '403 E_IMPERSONATING')
    const [, told] = await eventsAbout((await alice()).id)
    assert.containsSubset(told, {
      action: 'user.impersonation_refused',
      metadata: { route: 'admin.users.impersonate' },
    })
    assert.equal((await me(browser))?.email, 'alice@acme.test')
  })

  for (const [what, over] of Object.entries({
    'after an hour': async () => {},
    'when the administrator is none any more': async () => {
      await (await dana()).merge({ role: 'user' }).save()
    },
    'when the administrator is disabled': async () => {
      await (await dana()).merge({ disabledAt: DateTime.utc() }).save()
    },
    'when the administrator’s sessions are ended': async () => {
      const administrator = await dana()
      await administrator.merge({ sessionEpoch: administrator.sessionEpoch + 1 }).save()
    },
  })) {
    test(`is over ${what}`, async ({ assert, client }) => {
      const administrator = await dana()
      const kept = {
        administratorId: administrator.id,
        epoch: administrator.sessionEpoch,
        reason,
        endsAt: DateTime.utc()
          .plus({ minutes: what === 'after an hour' ? 0 : 30 })
          .toISO(),
        session: {},
      }
      await over()
      const answer = await client
        .get('/api/auth/me')
        .loginAs(await alice())
        .withSession({ impersonation: kept })

      answer.assertStatus(401)
      assert.equal(answer.body().code, 'E_IMPERSONATION_OVER')
    })
  }

  test('is over when the person ends their sessions', async ({ assert }) => {
    const browser = await acting(await alice())
    const own = new Browser()
    await own.signIn('alice@acme.test')
    await own.send('DELETE', '/api/auth/sessions')
    assert.isNull(await me(browser))
  })

  test('is shown to the person among their sessions, without where from', async ({ assert, client }) => {
    const user = await alice()
    await user.merge({ sessionEpoch: Math.floor(Math.random() * 1e9) }).save()
    await acting(user)
    const session = String((await login(client, user.email)).cookie('gantry_session')?.value)
    const { data } = (await client.get('/api/auth/sessions').withCookie('gantry_session', session)).body()

    assert.containsSubset(
      data.find(({ isAdministrators }: { isAdministrators: boolean }) => isAdministrators),
      { current: false, ip: null, browser: null },
    )
  })

  test('is not possible as oneself, as somebody disabled, or as who works on the platform', async ({
    assert,
    client,
  }) => {
    const administrator = await dana()
    const disabled = await (await bob()).merge({ disabledAt: DateTime.utc() }).save()
    for (const [user, code] of [
      [administrator, 'E_OWN_ACCOUNT'],
      [disabled, 'E_NOT_TO_BE_IMPERSONATED'],
      [await eve(), 'E_NOT_TO_BE_IMPERSONATED'],
    ] as const) {
      const answer = await client
        .post(path(user))
        .loginAs(administrator)
        .withSession(confirmed())
        .withCsrfToken()
        .json({ reason })
      answer.assertStatus(409)
      assert.equal(answer.body().code, code)
      assert.lengthOf(await eventsAbout(user.id), 0)
    }
  })

  test('needs a reason, a fresh proof, the CSRF token, a session, and an administrator', async ({
    assert,
    client,
  }) => {
    const [administrator, user] = [await dana(), await alice()]
    const ask = () => client.post(path(user)).json({ reason })

    const without = await client
      .post(path(user))
      .loginAs(administrator)
      .withSession(confirmed())
      .withCsrfToken()
      .json({ reason: ' ' })
    without.assertStatus(422)
    assert.property(without.body().details, 'reason')

    const unconfirmed = await ask().loginAs(administrator).withCsrfToken()
    assert.equal(unconfirmed.body().code, 'E_CONFIRMATION_REQUIRED')
    ;(await ask().loginAs(administrator).withSession(confirmed())).assertStatus(403)
    ;(await ask().headers(await bearer(client, 'dana@gantry.test'))).assertStatus(400)
    ;(
      await ask()
        .loginAs(await eve())
        .withSession(confirmed())
        .withCsrfToken()
    ).assertStatus(403)
    ;(
      await ask()
        .loginAs(await bob())
        .withSession(confirmed())
        .withCsrfToken()
    ).assertStatus(403)
    ;(await ask().withCsrfToken()).assertStatus(401)
    const nobody = await client
      .post('/api/admin/users/01890000-0000-7000-8000-000000000000/impersonation')
      .loginAs(administrator)
      .withSession(confirmed())
      .withCsrfToken()
      .json({ reason })
    nobody.assertStatus(404)
    assert.lengthOf(await eventsAbout(user.id), 0)
  })

  test('does not end for who is not doing it', async ({ assert, client }) => {
    const answer = await client
      .delete('/api/auth/impersonation')
      .loginAs(await dana())
      .withCsrfToken()
    answer.assertStatus(409)
    assert.equal(answer.body().code, 'E_NOT_IMPERSONATING')
  })
})
