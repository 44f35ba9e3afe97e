import { test } from '@japa/runner'
import env from '#start/env'
import { Browser } from '#tests/browser'
import { otherGateway } from '#tests/other_gateway'
import { password, stranger } from '#tests/world'

test.group('Two gateways', (group) => {
  let other: Awaited<ReturnType<typeof otherGateway>>
  const here = `http://${env.get('HOST')}:${env.get('PORT')}`

  group.setup(async () => {
    other = await otherGateway()
    return () => other.stop()
  })

  test('share sessions: begun at one, known and ended at the other', async ({ assert }) => {
    const browser = new Browser()
    await browser.signIn('bob@acme.test')

    assert.equal((await browser.at(other.origin).me())?.email, 'bob@acme.test')
    await browser.at(other.origin).send('POST', '/api/auth/logout')
    assert.isNull(await browser.at(here).me())
  })

  test('share tokens', async ({ assert }) => {
    const answer = await fetch(`${other.origin}/api/auth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'bob@acme.test', password }),
    })
    const { data } = (await answer.json()) as { data: { token: string } }
    const headers = { authorization: `Bearer ${data.token}` }

    assert.equal((await new Browser().visit('/api/auth/me', headers)).status, 200)
  })

  test('share lock-outs', async ({ assert }) => {
    const { email } = stranger()
    const browser = new Browser()
    const statuses = []
    for (const origin of [here, other.origin, here, other.origin, here, other.origin, here, other.origin])
      statuses.push((await browser.at(origin).signIn(email)).status)

    assert.deepEqual(statuses.slice(0, 6), [401, 401, 401, 401, 401, 401])
    assert.deepEqual(statuses.slice(6), [429, 429])
  })

  test('share limits', async ({ assert }) => {
    const body = { email: stranger().email }
    const statuses = []
    for (const origin of [here, other.origin, here, other.origin, here, other.origin])
      statuses.push((await new Browser().at(origin).send('POST', '/api/auth/magic-link', body)).status)

    assert.deepEqual(statuses, [202, 202, 202, 202, 202, 429])
  })
})
