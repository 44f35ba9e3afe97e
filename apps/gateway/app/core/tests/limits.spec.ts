import { test } from '@japa/runner'
import { limits } from '#config/limiter'
import { alice, login, stranger } from '#tests/world'

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

test.group('A limit', () => {
  const passed = (answers: { status(): number }[]) =>
    answers.filter((answer) => answer.status() !== 429).length

  test('is one, also for many at once that differ in spelling, method, cookie and credential', async ({
    assert,
    client,
  }) => {
    const ways = [
      () => client.patch('/api/user/me'),
      () => client.patch('/api/user/me/'),
      () => client.put('/api/preferences?page=1'),
      () => client.post('/api/organizations').bearerToken('x'),
      () => client.post('/api/organizations').bearerToken(`gantry_${'x'.repeat(20)}`),
      () => client.delete('/api/user/me').withCookie('gantry_session', stranger().email),
      () => client.patch('/api/user/me').header('x-forwarded-host', stranger().email),
      () => client.patch('/api/user/me').header('user-agent', stranger().email),
    ]
    const { requests } = limits.writes
    const many = Array.from({ length: requests + 40 }, (_, index) => ways[index % ways.length]!().json({}))
    const answers = await Promise.all(many)

    assert.equal(passed(answers), requests)
    assert.isEmpty(answers.filter((answer) => answer.status() < 400))
    const refused = answers.find((answer) => answer.status() === 429)!
    assert.isAbove(Number(refused.header('retry-after')), 0)
  })

  test('of an address that mails are sent to is one, also for many at once that spell it differently', async ({
    assert,
    client,
  }) => {
    const { email } = stranger()
    const spelled = [email, email.toUpperCase(), ` ${email} `, `${email}\t`]
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        client.post('/api/auth/forgot-password').json({ email: spelled[index % spelled.length] }),
      ),
    )
    assert.equal(passed(answers), 5)
  })
})
