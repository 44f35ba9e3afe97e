import { readFile } from 'node:fs/promises'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import type { Schema } from '../contract/schema.js'
import { generateContract } from '../contract/generate.js'
import { mismatches } from '#tests/json_schema'
import { alice, login, stranger } from '#tests/world'

const contract = new URL('../../../packages/api-contract/', import.meta.url)

interface Operation {
  responses: Record<string, { content?: { 'application/json': { schema: Schema & { $ref?: string } } } }>
}

const document = async () =>
  JSON.parse(await readFile(new URL('openapi.json', contract), 'utf8')) as {
    paths: Record<string, Record<string, Operation>>
    components: { schemas: { Error: Schema } }
  }

test.group('API contract', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is what the generator makes today', async ({ assert }) => {
    for (const [file, contents] of Object.entries(await generateContract())) {
      assert.equal(
        await readFile(new URL(file, contract), 'utf8'),
        contents,
        `${file}: run \`pnpm contract\``,
      )
    }
  }).timeout(120_000)

  test('real answers are as documented', async ({ assert, client }) => {
    const { paths, components } = await document()
    const user = await alice()
    const answers = [
      ['get', '/api/health/live', await client.get('/api/health/live')],
      ['get', '/api/auth/jwks.json', await client.get('/api/auth/jwks.json')],
      ['get', '/api/auth/csrf', await client.get('/api/auth/csrf')],
      ['get', '/api/auth/me', await client.get('/api/auth/me').loginAs(user)],
      ['get', '/api/auth/me', await client.get('/api/auth/me')],
      ['get', '/api/user/me', await client.get('/api/user/me').loginAs(user)],
      ['get', '/api/organizations', await client.get('/api/organizations').loginAs(user)],
      ['post', '/api/auth/login', await login(client, user.email)],
      ['post', '/api/auth/login', await login(client, user.email, 'wrong')],
      [
        'post',
        '/api/auth/register',
        await client.post('/api/auth/register').withCsrfToken().json(stranger()),
      ],
      ['post', '/api/auth/register', await client.post('/api/auth/register').withCsrfToken().json({})],
      ['post', '/api/auth/token', await client.post('/api/auth/token').loginAs(user).withCsrfToken()],
      ['patch', '/api/user/me', await client.patch('/api/user/me').loginAs(user).json({})],
    ] as const

    for (const [method, path, answer] of answers) {
      const { responses } = paths[path]?.[method] ?? { responses: {} }
      const response = responses[answer.status()] ?? responses.default
      const schema = response?.content?.['application/json'].schema
      const expected = schema?.$ref ? components.schemas.Error : schema
      const wrong = expected ? mismatches(answer.body(), expected) : []

      assert.exists(response, `${method} ${path} ${answer.status()}`)
      assert.deepEqual(wrong, [], `${method} ${path} ${answer.status()}`)
      if (!expected) assert.equal(answer.text(), '')
    }
  })
})
