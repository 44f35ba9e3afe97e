import { test } from '@japa/runner'
import { alice, login } from '#tests/world'

const headers = ['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset']

test.group('What a limit leaves is told', () => {
  test('also with a refusal', async ({ assert, client }) => {
    const user = await alice()
    const refused = {
      401: await client.get('/api/user/me'),
      403: await client.patch('/api/user/me').loginAs(user).json({ fullName: 'Alice' }),
      404: await client.get('/api/organizations/01890000-0000-7000-8000-000000000000').loginAs(user),
      422: await client.patch('/api/user/me').loginAs(user).withCsrfToken().json({ fullName: '' }),
    }
    for (const [status, answer] of Object.entries(refused)) {
      answer.assertStatus(Number(status))
      for (const name of headers) assert.match(String(answer.header(name)), /^\d+$/, `${status} ${name}`)
    }
    const wrong = await login(client, user.email, 'not-the-password-1')
    wrong.assertStatus(401)
    for (const name of headers) assert.match(String(wrong.header(name)), /^\d+$/)
  })
})
