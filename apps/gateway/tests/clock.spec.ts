import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { Browser } from '#tests/browser'
import { otherGateway } from '#tests/other_gateway'
import env from '#start/env'
import { password, stranger } from '#tests/world'

const here = `http://${env.get('HOST')}:${env.get('PORT')}`

/** In hours; a server says its time, but makes up its mind about it once a second. */
async function aheadOfUs(origin: string) {
  const { headers } = await fetch(`${origin}/api/health/live`)
  return (Date.parse(headers.get('date') ?? '') - Date.now()) / 3_600_000
}

/** What a person does within a minute, each answer by its status. */
async function goAround(origin: string, browser = new Browser().at(origin)) {
  const signedIn = await browser.signIn('bob@acme.test')
  const token = await fetch(`${origin}/api/auth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'bob@acme.test', password }),
  })
  const { data } = (await token.json()) as { data?: { token: string } }
  const headers = { authorization: `Bearer ${data?.token}` }
  return {
    signIn: signedIn.status,
    me: (await browser.visit('/api/auth/me')).status,
    confirmation: (await browser.visit('/api/auth/confirmation')).status,
    sessions: (await browser.visit('/api/auth/sessions')).status,
    byToken: (await new Browser().at(origin).visit('/api/auth/me', headers)).status,
    link: (await browser.send('POST', '/api/auth/forgot-password', { email: stranger().email })).status,
    profile: (await browser.send('PATCH', '/api/user/me', { fullName: 'Bob Baptiste' })).status,
  }
}

const right = {
  signIn: 200,
  me: 200,
  confirmation: 200,
  sessions: 200,
  byToken: 200,
  link: 202,
  profile: 200,
}

test.group('A gateway whose clock is wrong', (group) => {
  let folder: string
  let clock: string
  let other: Awaited<ReturnType<typeof otherGateway>>

  group.setup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clock-'))
    clock = join(folder, 'offset')
    await writeFile(clock, '+0s')
    other = await otherGateway({ clock })
    return async () => {
      await other.stop()
      await rm(folder, { recursive: true })
    }
  })

  for (const [offset, hours] of [
    ['+1h', 1],
    ['-1h', -1],
    ['-1d', -24],
  ] as const)
    test(`by ${offset} serves people all the same, and they stay signed in when it is right again`, async ({
      assert,
    }) => {
      await writeFile(clock, offset)
      while (Math.abs((await aheadOfUs(other.origin)) - hours) > 0.1) await sleep(100)

      const browser = new Browser().at(other.origin)
      assert.deepEqual(await goAround(other.origin, browser), right)
      assert.equal((await browser.at(here).me())?.email, 'bob@acme.test')

      await writeFile(clock, '+0s')
      assert.equal((await browser.at(other.origin).me())?.email, 'bob@acme.test')
      assert.deepEqual(await goAround(other.origin), right)
    })
})
