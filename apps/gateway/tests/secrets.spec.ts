import { once } from 'node:events'
import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import type { IncomingMessage } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import redis from '@adonisjs/redis/services/main'
import { test } from '@japa/runner'
import AccountToken from '#accounts/models/account_token'
import User from '#accounts/models/user'
import { Browser } from '#tests/browser'
import { hold } from '#tests/locks'
import { otherGateway } from '#tests/other_gateway'
import { keyFor, stranger } from '#tests/world'
import { organizationOf } from '#organizations/tests/world'

/** What no log, no name of a key and no table may have; each is looked for by its own word. */
const canary = (what: string) => `canary-${what}-7431`

test.group('A secret', (group) => {
  let other: Awaited<ReturnType<typeof otherGateway>>

  group.setup(async () => {
    other = await otherGateway({ settings: { LOG_LEVEL: 'trace', DB_REQUEST_TIMEOUT_MS: '700' } })
    return () => other.stop()
  })

  /** Sends a body as it is, and gives back all of the answer. */
  async function send(path: string, body: string, headers: Record<string, string> = {}, method = 'POST') {
    const outgoing = request(`${other.origin}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
    })
    outgoing.end(body)
    const [answer] = (await once(outgoing, 'response')) as [IncomingMessage]
    const told = JSON.stringify(answer.rawHeaders) + (await text(answer))
    return { status: answer.statusCode ?? 0, told }
  }

  test('that somebody sends is in no log, no name of a key, no table and no answer', async ({
    assert,
    cleanup,
  }) => {
    const { organization, people } = await organizationOf('owner')
    const person = { ...stranger(), password: canary('password') }
    const user = await User.create(person)
    cleanup(async () => {
      await organization.delete()
      for (const one of [user, ...people]) await one.delete()
    })
    const answers: Awaited<ReturnType<typeof send>>[] = []
    const ask = async (...sent: Parameters<typeof send>) => {
      const answer = await send(...sent)
      answers.push(answer)
      return answer.status
    }
    const { email } = person
    const json = JSON.stringify

    // Right, wrong, twice, malformed, too large, of no known kind, and where something fails on our side.
    const { secret, headers: key } = await keyFor(people[0], organization)
    const link = await db.transaction((trx) => AccountToken.issue(trx, user, 'password_reset'))
    const right = await ask('/api/auth/token', json({ email, password: person.password }))
    const browser = new Browser().at(other.origin)
    await browser.signIn(email, person.password)
    const statuses = [
      right,
      await ask('/api/auth/token', json({ email, password: canary('wrong') })),
      await ask('/api/auth/token', `{"email": "${email}", "password": "${canary('malformed')}"`),
      await ask('/api/auth/token', json({ email, password: canary('long').repeat(200_000) })),
      await ask('/api/auth/token', json({ password: { [canary('nested')]: canary('nested') } })),
      await ask('/api/auth/reset-password', json({ token: canary('link'), password: 'violet-harbour-72' })),
      await ask('/api/auth/reset-password', json({ token: link, password: canary('new') })),
      await ask(`/api/auth/me?access_token=${canary('query')}`, '', {}, 'GET'),
      await ask(`/api/${canary('path')}`, '', {}, 'GET'),
      await ask('/api/auth/me', '', { authorization: `Bearer ${canary('bearer')}` }, 'GET'),
      await ask('/api/auth/me', '', { authorization: `Bearer ${secret}x` }, 'GET'),
      await ask(
        '/api/auth/me',
        '',
        { authorization: `Basic ${canary('basic')}`, cookie: canary('cookie') },
        'GET',
      ),
      await ask(`/api/organizations/${organization.id}`, '', key, 'GET'),
    ]
    assert.deepEqual(statuses, [200, 401, 400, 413, 422, 422, 200, 401, 404, 401, 401, 401, 200])

    const held = await hold('users', 'everybody')
    const late = await ask('/api/auth/token', json({ email, password: canary('late') })).finally(held.release)
    assert.isAtLeast(late, 500)

    // Nor does what somebody sends make a line of its own.
    const line = '\\n{"level":60,"msg":"made up"}\\r\\u001b[31m'
    await ask('/api/auth/token', `{"email": "a${line}@b", "password": "${line}"}`, {
      'user-agent': 'a\t{"level":60}',
    })

    await sleep(200)
    const { log } = other
    const lines = log
      .trim()
      .split('\n')
      .map((entry) => JSON.parse(entry) as { msg: string })
    assert.isEmpty(lines.filter(({ msg }) => msg === 'made up'))
    const kept = await Promise.all([redis.keys('*'), everyRow()])
    const secrets = [secret, link, browser.sessionId]
    // The log is there, tells of the failure, and has each request once.
    assert.include(log, '/api/auth/token')
    assert.include(log, `"status":${late}`)
    for (const [where, words] of Object.entries({ log, kept: kept.join('\n') })) {
      assert.notMatch(words, /canary-(?!path|nested)\w+-7431/, where)
      for (const one of secrets) assert.isFalse(words.includes(one), where)
    }
    for (const { told } of answers) assert.notMatch(told, /canary-\w+-7431|node_modules|\.ts:\d|select /)
  })
})

/** All that the database has, as text. */
async function everyRow() {
  const tables = await db.from('pg_tables').where({ schemaname: 'public' }).select('tablename')
  const selects = tables.map(({ tablename }) => `select to_jsonb(t)::text as row from "${tablename}" t`)
  const { rows } = await db.rawQuery<{ rows: { row: string }[] }>(selects.join(' union all '))
  return rows.map(({ row }) => row).join('\n')
}
