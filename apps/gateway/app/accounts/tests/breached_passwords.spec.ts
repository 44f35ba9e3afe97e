import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { BreachedPasswords } from '#accounts/breached_passwords'
import AccountToken from '#accounts/models/account_token'
import User from '#accounts/models/user'
import { GuardedFetch } from '#core/outbound/guarded_fetch'
import { Browser } from '#tests/browser'
import { otherGateway } from '#tests/other_gateway'
import { stranger } from '#tests/world'

const stolen = 'violet-harbour-72'
const [beginning, rest] = ['FFF7B', '0599FDF96508324FED7E19C997D065201B5']
const listed = `00000000000000000000000000000000001:4\r\n${rest}:17\r\n`

type Answer = (asked: IncomingMessage, answer: ServerResponse) => unknown

/** A list of stolen passwords, and what it was asked. */
async function list(answer: Answer) {
  const asked: IncomingMessage[] = []
  const server = createServer((request, response) => {
    asked.push(request)
    answer(request, response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const stop = () => {
    server.closeAllConnections()
    server.close()
  }
  return { asked, host, url: `http://${host}`, stop }
}

const text = (body: string, status = 200) =>
  ((_, answer) => answer.writeHead(status, { 'content-type': 'text/plain' }).end(body)) satisfies Answer

const at = ({ host, url }: { host: string; url: string }) =>
  new BreachedPasswords(url, new GuardedFetch({ allowedHosts: [host], timeout: 300, maxBytes: 10_000 }))

test.group('A list of stolen passwords', () => {
  test('is told five characters of a hash, and nothing else of a password', async ({ assert, cleanup }) => {
    const there = await list(text(listed))
    cleanup(there.stop)

    assert.isTrue(await at(there).has(stolen))
    const [asked, ...more] = there.asked
    assert.isEmpty(more)
    assert.equal(`${asked?.method} ${asked?.url}`, `GET /range/${beginning}`)
    assert.equal(asked?.headers['add-padding'], 'true')
    assert.notMatch(JSON.stringify(asked?.rawHeaders), new RegExp(`${stolen}|${rest}`))
  })

  test('does not have what it does not name, nor what it names to hide how much there is', async ({
    assert,
    cleanup,
  }) => {
    for (const body of ['', '00000000000000000000000000000000001:4', `${rest}:0\r\n`, `${rest.slice(1)}:9`]) {
      const there = await list(text(body))
      cleanup(there.stop)
      assert.isFalse(await at(there).has(stolen), body)
    }
  })

  test('that {does} refuses nobody, and that is written down')
    .with<{ does: string; answer: Answer }[]>([
      { does: 'fails', answer: text(listed, 500) },
      { does: 'refuses us', answer: text(listed, 429) },
      {
        does: 'answers with a page',
        answer: (_, answer) => answer.setHeader('content-type', 'text/html').end(listed),
      },
      { does: 'never answers', answer: () => undefined },
      { does: 'hangs up', answer: (asked) => asked.socket.destroy() },
      { does: 'sends us elsewhere', answer: (_, answer) => answer.writeHead(302, { location: '/' }).end() },
      { does: 'does not stop', answer: text(listed.repeat(1_000)) },
    ])
    .run(async ({ assert, cleanup }, { answer }) => {
      const there = await list(answer)
      cleanup(there.stop)
      const lines: unknown[][] = []
      const { warn } = logger
      logger.warn = (...line: unknown[]) => void lines.push(line)
      cleanup(() => void (logger.warn = warn))

      assert.isFalse(await at(there).has(stolen))
      assert.lengthOf(lines, 1)
      assert.equal(lines[0]![1], 'breached passwords not asked')
      assert.notMatch(inspect(lines, { depth: 9 }), new RegExp(`${stolen}|${rest}`))
    })
})

test.group('A stolen password', (group) => {
  let there: Awaited<ReturnType<typeof list>>
  let other: Awaited<ReturnType<typeof otherGateway>>

  group.setup(async () => {
    there = await list(text(listed))
    other = await otherGateway({
      settings: { BREACHED_PASSWORDS_URL: there.url, OUTBOUND_ALLOWED_HOSTS: there.host },
    })
    return async () => {
      there.stop()
      await other.stop()
    }
  })

  const refusal = ({ status, body }: Awaited<ReturnType<Browser['send']>>) =>
    [status, (body as { details?: Record<string, string> }).details?.password?.slice(0, 24)] as const
  const refused = [422, 'This password was stolen'] as const
  const forget = (email: string) => async () => {
    await db
      .from('organizations')
      .whereIn(
        'id',
        (found) =>
          void found
            .from('memberships')
            .select('organization_id')
            .whereIn('user_id', (user) => void user.from('users').select('id').where({ email })),
      )
      .delete()
    await db.from('users').where({ email }).delete()
  }

  test('is not taken where the list is asked, and nobody is there then', async ({ assert, cleanup }) => {
    const person = { ...stranger(), password: stolen }
    cleanup(forget(person.email))
    const answer = await new Browser().at(other.origin).send('POST', '/api/auth/register', person)

    assert.deepEqual(refusal(answer), refused)
    assert.isNull(await User.findBy({ email: person.email }))
  })

  test('replaces none, and the link of the mail goes on working', async ({ assert, cleanup }) => {
    const person = stranger()
    const user = await User.create(person)
    cleanup(forget(person.email))
    const browser = new Browser().at(other.origin)
    await browser.signIn(person.email, person.password)
    const change = (password: string) =>
      browser.send('POST', '/api/auth/change-password', { currentPassword: person.password, password })
    const token = await db.transaction((trx) => AccountToken.issue(trx, user, 'password_reset'))
    const reset = (password: string) => browser.send('POST', '/api/auth/reset-password', { token, password })

    assert.deepEqual(refusal(await change(stolen)), refused)
    assert.deepEqual(refusal(await reset(stolen)), refused)
    assert.isTrue(await (await user.refresh()).isPassword(person.password))
    assert.equal((await reset('another-horse-10')).status, 200)
  })

  test('is not asked about once the other rules have refused it', async ({ assert }) => {
    const before = there.asked.length
    const person = { ...stranger(), password: 'password123' }
    const answer = await new Browser().at(other.origin).send('POST', '/api/auth/register', person)

    assert.equal(answer.status, 422)
    assert.lengthOf(there.asked, before)
  })

  test('is taken where nobody is asked, and while nobody answers', async ({ assert, cleanup }) => {
    const people = [stranger(), stranger()].map((person) => ({ ...person, password: stolen }))
    for (const { email } of people) cleanup(forget(email))
    const before = there.asked.length
    const here = await new Browser().send('POST', '/api/auth/register', people[0])
    assert.lengthOf(there.asked, before)
    there.stop()
    const elsewhere = await new Browser().at(other.origin).send('POST', '/api/auth/register', people[1])

    assert.deepEqual([here.status, elsewhere.status], [201, 201])
  })
})
