import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import type User from '#accounts/models/user'
import { record } from '#ledger/record'
import type Organization from '#organizations/models/organization'
import { acme, ada, alice, bearer, bob, charlie, dana, globex, login, viktor } from '#tests/world'

const renamed = (organization: Organization, by: User, name: string) =>
  db.transaction((trx) =>
    record(trx, {
      action: 'domain.added',
      subject: ['domain', name],
      organizationId: organization.id,
      actorId: by.id,
      metadata: { name },
    }),
  )

const sentences = (answer: { body: () => { data: { sentence: string }[] } }) =>
  answer.body().data.map(({ sentence }) => sentence)

test.group('One’s own events', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('say what somebody did, from where', async ({ assert, client }) => {
    await login(client, 'bob@acme.test')
    await login(client, 'alice@acme.test')
    const answer = await client.get('/api/user/events').loginAs(await bob())

    answer.assertStatus(200)
    assert.deepEqual(sentences(answer), ['You signed in with a password.'])
    assert.containsSubset(answer.body().data, [{ action: 'user.logged_in', ip: '127.0.0.1' }])
  })

  test('say what others did to the account, but not who and from where', async ({ assert, client }) => {
    const user = await bob()
    await client
      .post(`/api/admin/users/${user.id}/suspension`)
      .loginAs(await dana())
      .withCsrfToken()
      .json({ reason: 'Sent spam' })
    await client
      .delete(`/api/admin/users/${user.id}/suspension`)
      .loginAs(await dana())
      .withCsrfToken()
    const answer = await client.get('/api/user/events').loginAs(await bob())

    assert.deepEqual(sentences(answer), [
      'An administrator of the platform enabled your account again.',
      'An administrator of the platform disabled your account. Reason: Sent spam',
    ])
    for (const event of answer.body().data) assert.containsSubset(event, { ip: null, actor: { id: null } })
    assert.notInclude(answer.text(), 'Dana')
    assert.notInclude(answer.text(), (await dana()).id)
  })

  test('are read page by page, each once', async ({ assert, client }) => {
    for (let times = 0; times < 5; times++) await login(client, 'bob@acme.test')
    const read = async (cursor?: string): Promise<string[]> => {
      const answer = await client
        .get('/api/user/events')
        .qs({ perPage: 2, ...(cursor && { cursor }) })
        .loginAs(await bob())
      const { data, meta } = answer.body()
      const ids = data.map(({ id }: { id: string }) => id)
      return meta.next ? [...ids, ...(await read(meta.next))] : ids
    }
    const ids = await read()

    assert.lengthOf(ids, 5)
    assert.deepEqual(ids, [...new Set(ids)].sort().reverse())
  })

  test('are nobody else’s, and nothing for a visitor', async ({ assert, client }) => {
    await login(client, 'bob@acme.test')
    const visitor = await client.get('/api/user/events')
    const other = await client.get('/api/user/events').loginAs(await viktor())
    const byToken = await client.get('/api/user/events').headers(await bearer(client, 'viktor@acme.test'))

    visitor.assertStatus(401)
    assert.isEmpty(other.body().data)
    assert.isEmpty(byToken.body().data)
  })

  for (const query of [{ cursor: 'first' }, { perPage: 1_000 }, { perPage: 0 }]) {
    test(`refuse ${JSON.stringify(query)}`, async ({ client }) => {
      const answer = await client
        .get('/api/user/events')
        .qs(query)
        .loginAs(await bob())
      answer.assertStatus(422)
    })
  }

  test('never hold what only a browser should know', async ({ assert, client }) => {
    const user = await bob()
    await client.post('/api/auth/magic-link').json({ email: user.email })
    const answer = await client.get('/api/user/events').loginAs(user)
    const all = await client.get(`/api/admin/ledger.csv?user=${user.id}`).loginAs(await dana())

    assert.deepEqual(sentences(answer), ['Somebody asked for a link to sign in to your account.'])
    assert.notInclude(answer.text(), 'browserHash')
    assert.notInclude(all.text(), 'browserHash')
  })
})

test.group('The audit log of an organization', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  const read = async (client: ApiClient, query: object = {}, by: () => Promise<User> = alice) =>
    client
      .get('/api/audit')
      .qs(query)
      .loginAs(await by())

  test('is told to its owners and admins, in sentences', async ({ assert, client }) => {
    await renamed(await acme(), await ada(), 'acme.test')
    for (const by of [alice, ada]) {
      const answer = await read(client, {}, by)
      answer.assertStatus(200)
      assert.equal(sentences(answer)[0], 'Ada Adeyemi added the domain acme.test.')
    }
  })

  test('is kept from everybody else', async ({ client }) => {
    for (const path of ['/api/audit', '/api/audit.csv', '/api/audit/choices']) {
      const visitor = await client.get(path)
      const member = await client.get(path).loginAs(await bob())
      const other = await client
        .get(path)
        .header('x-organization-id', (await acme()).id)
        .loginAs(await charlie())

      visitor.assertStatus(401)
      member.assertStatus(403)
      other.assertStatus(404)
    }
  })

  test('holds nothing of another organization, whatever is asked for', async ({ assert, client }) => {
    await renamed(await globex(), await charlie(), 'globex.test')
    const queries = [{}, { action: 'domain.added' }, { person: (await charlie()).id }]
    for (const query of queries) assert.notInclude((await read(client, query)).text(), 'globex.test')
    const file = await client.get('/api/audit.csv').loginAs(await alice())
    const choices = await client.get('/api/audit/choices').loginAs(await alice())

    assert.notInclude(file.text(), 'globex.test')
    assert.notInclude(choices.text(), 'Charlie')
  })

  test('is narrowed by action, person and day', async ({ assert, client }) => {
    await renamed(await acme(), await ada(), 'ada.test')
    await renamed(await acme(), await bob(), 'bob.test')
    const today = new Date().toISOString().slice(0, 10)
    const found = async (query: object) => sentences(await read(client, query)).length

    assert.equal(await found({ action: 'domain.added' }), 2)
    assert.equal(await found({ action: 'domain.added', person: (await bob()).id }), 1)
    assert.equal(await found({ action: 'domain.added', from: today, until: today }), 2)
    assert.equal(await found({ action: 'domain.added', until: '2020-01-01' }), 0)
    assert.equal(await found({ from: '2999-12-31' }), 0)
  })

  for (const query of [
    { action: "x' or true --" },
    { person: 'bob' },
    { from: '2026-02-31' },
    { until: 'yesterday' },
    { cursor: '1' },
  ]) {
    test(`refuses ${JSON.stringify(query)}`, async ({ client }) => {
      const answer = await read(client, query)
      answer.assertStatus(422)
    })
  }

  test('offers what has happened and who belongs to it', async ({ assert, client }) => {
    await renamed(await acme(), await bob(), 'bob.test')
    const { actions, people } = (await client.get('/api/audit/choices').loginAs(await alice())).body().data

    assert.include(actions, 'domain.added')
    assert.includeMembers(
      people.map(({ fullName }: User) => fullName),
      ['Alice Andersson', 'Bob Baptiste'],
    )
  })

  test('does not name those who run the platform, nor where they sit', async ({ assert, client }) => {
    await renamed(await acme(), await dana(), 'acme.test')
    const answer = await read(client)

    assert.equal(sentences(answer)[0], 'An administrator of the platform added the domain acme.test.')
    assert.containsSubset(answer.body().data[0], { ip: null, actor: { id: null } })
    assert.notInclude((await client.get('/api/audit/choices').loginAs(await alice())).text(), 'Dana')
  })

  test('is downloaded, all of it, with nothing that a spreadsheet would run', async ({ assert, client }) => {
    await renamed(await acme(), await alice(), '=1+1')
    await (await alice()).merge({ fullName: '=cmd|"/C calc"!A0' }).save()
    const answer = await client.get('/api/audit.csv?action=domain.added').loginAs(await alice())
    const [header, line] = answer.text().trimEnd().split('\r\n')

    answer.assertStatus(200)
    answer.assertHeader('content-type', 'text/csv; charset=utf-8')
    assert.equal(
      header,
      '\uFEFFid,at,actor_id,actor,api_key,action,sentence,subject_type,subject_id,details,ip,user_agent',
    )
    assert.include(line, `"'=cmd|""/C calc""!A0",,domain.added,"'=cmd`)
    assert.include(sentences(await read(client))[0], 'downloaded the audit log.')
  })

  test('tells an action that it has no words for by its name', async ({ assert, client }) => {
    await db.transaction(async (trx) =>
      record(trx, {
        action: 'thing.fell_down' as never,
        subject: ['thing', 'one'],
        organizationId: (await acme()).id,
        actorId: (await alice()).id,
      }),
    )
    assert.equal(sentences(await read(client))[0], 'Alice Andersson: thing fell down.')
  })
})

test.group('The ledger of the platform', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is told to administrators, with names', async ({ assert, client }) => {
    await login(client, 'bob@acme.test')
    const all = await client.get('/api/admin/ledger').loginAs(await dana())
    const ofBob = await client
      .get('/api/admin/ledger')
      .qs({ user: (await bob()).id })
      .loginAs(await dana())
    const ofAcme = await client
      .get('/api/admin/ledger')
      .qs({ organization: (await acme()).id })
      .loginAs(await dana())

    assert.equal(sentences(all)[0], 'Bob Baptiste signed in with a password.')
    assert.deepEqual(sentences(ofBob), ['Bob Baptiste signed in with a password.'])
    assert.notInclude(sentences(ofAcme), 'Bob Baptiste signed in with a password.')
    assert.include(all.body().meta.actions, 'user.logged_in')
  })

  test('is nobody else’s', async ({ client }) => {
    for (const path of ['/api/admin/ledger', '/api/admin/ledger.csv']) {
      const visitor = await client.get(path)
      const owner = await client.get(path).loginAs(await alice())
      visitor.assertStatus(401)
      owner.assertStatus(403)
    }
  })

  test('is downloaded, and that is in it too', async ({ assert, client }) => {
    const answer = await client.get('/api/admin/ledger.csv').loginAs(await dana())
    answer.assertStatus(200)
    assert.include(answer.text(), 'Dana Diaz downloaded the ledger of the platform.')
  })
})
