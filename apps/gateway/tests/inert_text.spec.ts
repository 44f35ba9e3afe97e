import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { acme, alice, confirmed } from '#tests/world'

const hostile = [
  `<script>alert(1)</script>`,
  `"><img src=x onerror=alert(1)>`,
  `'); drop table users; --`,
  `\${7*7}{{7*7}}<%= 7*7 %>`,
  `=HYPERLINK("https://mallory.example")`,
  `javascript:alert(1)`,
  `%00%0d%0aSet-Cookie: a=b`,
  `a\r\nBcc: mallory@example.test`,
  `\u202Etxt.exe\u2066`,
  `\\u003cscript\\u003e`,
  `{"$gt": ""}`,
]

/** Sends a text to a field; gives what is read there then. */
type Field = (
  client: ApiClient,
  ask: (method: 'post' | 'patch', path: string, body: object) => Promise<{ id: string }>,
  words: string,
) => Promise<unknown>

const namesIn = async (table: string, id: string) => (await db.from(table).where({ id }).firstOrFail()).name

const fields: Record<string, Field> = {
  'the name of a person': async (client, ask, words) => {
    await ask('patch', '/api/user/me', { fullName: words })
    return (await client.get('/api/auth/me').loginAs(await alice())).body().data.fullName
  },
  'the name of an organization': async (client, ask, words) => {
    const { id } = await acme()
    await ask('patch', `/api/organizations/${id}`, { name: words })
    return (await client.get(`/api/organizations/${id}`).loginAs(await alice())).body().data.name
  },
  'the name of a new organization': async (_client, ask, words) => {
    const { id } = await ask('post', '/api/organizations', { name: words })
    await db.from('memberships').where({ organization_id: id }).delete()
    return namesIn('organizations', id)
  },
  'the name of a team': async (_client, ask, words) => {
    const path = `/api/organizations/${(await acme()).id}/teams`
    return namesIn('teams', (await ask('post', path, { name: words, resources: [], userIds: [] })).id)
  },
  'the name of an API key': async (_client, ask, words) => {
    const body = { name: words, scopes: ['member.read'], expiresInDays: 30 }
    return namesIn('api_keys', (await ask('post', '/api/api-keys', body)).id)
  },
}

test.group('Whatever is typed into', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  for (const [field, use] of Object.entries(fields)) {
    test(`${field} stays the text that it is`, async ({ assert, client }) => {
      const user = await alice()
      const ask: Parameters<Field>[1] = async (method, path, body) => {
        const answer = await client[method](path)
          .loginAs(user)
          .withSession(confirmed())
          .withCsrfToken()
          .json(body)
        assert.isBelow(answer.status(), 300, answer.text())
        assert.match(String(answer.header('content-type')), /^application\/json/)
        return answer.body().data as { id: string }
      }
      for (const words of hostile) assert.equal(await use(client, ask, words), words)
    })
  }
})
