import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import User from '#accounts/models/user'
import { stranger } from '#tests/world'

const path = '/api/auth/register'

test.group('Registration', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('opens an account, an organization and a session', async ({ assert, client }) => {
    const person = stranger()
    const answer = await client
      .post(path)
      .withCsrfToken()
      .json({ ...person, email: ` ${person.email.toUpperCase()} ` })
    const me = await client
      .get('/api/auth/me')
      .withCookie('gantry_session', answer.cookie('gantry_session')?.value)

    answer.assertStatus(201)
    assert.equal(answer.body().data.user.email, person.email)
    assert.containsSubset(me.body().data, {
      email: person.email,
      organization: { name: person.fullName, role: 'owner' },
    })
  })

  test('is recorded, and the welcome mail is due', async ({ assert, client }) => {
    const answer = await client.post(path).withCsrfToken().json(stranger())
    const { id } = answer.body().data.user
    const events = await db.from('ledger_events').where('actor_id', id).orderBy('id')
    const due = await db.from('ledger_deliveries').whereIn(
      'event_id',
      events.map((event) => event.id),
    )

    assert.deepEqual(
      events.map(({ action }) => action),
      ['organization.created', 'user.registered', 'user.logged_in'],
    )
    assert.deepEqual(
      due.map(({ subscriber }) => subscriber),
      ['welcome-mail'],
    )
    assert.equal(events[1].request_id, answer.header('x-request-id'))
  })

  test('a taken address is a field error and changes nothing', async ({ assert, client }) => {
    const people = await count()
    const answer = await client
      .post(path)
      .withCsrfToken()
      .json({ ...stranger(), email: 'ALICE@acme.test' })

    answer.assertStatus(422)
    assert.property(answer.body().details, 'email')
    assert.equal(await count(), people)
  })

  const refused = {
    email: ['', 'not-an-address', 'a@b', null, 7, `${'x'.repeat(250)}@example.test`],
    password: ['short', 'Password123', 'x'.repeat(129), null],
    fullName: ['', '   ', 'x'.repeat(121), {}],
  }
  for (const [field, values] of Object.entries(refused)) {
    test(`refuses a bad ${field}`, async ({ assert, client }) => {
      const people = await count()
      for (const value of values) {
        const answer = await client
          .post(path)
          .withCsrfToken()
          .json({ ...stranger(), [field]: value })
        answer.assertStatus(422)
        assert.property(answer.body().details, field)
      }
      assert.equal(await count(), people)
    })
  }

  test('nobody chooses their own role', async ({ assert, client }) => {
    const person = stranger()
    await client
      .post(path)
      .withCsrfToken()
      .json({ ...person, role: 'platform_admin', disabledAt: null })

    assert.equal((await User.findByOrFail({ email: person.email })).role, 'user')
  })

  test('needs a CSRF token', async ({ assert, client }) => {
    const people = await count()
    const answer = await client.post(path).json(stranger())

    answer.assertStatus(403)
    assert.equal(await count(), people)
  })
})

const count = async () => Number((await db.from('users').count('* as total').firstOrFail()).total)
