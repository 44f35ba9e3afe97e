import { setTimeout as sleep } from 'node:timers/promises'
import type { Server } from 'node:http'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { deleteUser } from '@directus/sdk'
import { DateTime } from 'luxon'
import { requestDeletion } from '#accounts/account_deletion'
import { Erasure } from '#accounts/erasure/erasure'
import User from '#accounts/models/user'
import { admin } from '#content/cms/client'
import { giveBackSeat } from '#content/studio/seats'
import { Upgrades } from '#content/studio/upgrades'
import Organization from '#organizations/models/organization'
import { Browser } from '#tests/browser'
import { openSocket } from '#tests/socket'
import { confirmed, dana, keyFor, password, stranger } from '#tests/world'

/** What somebody may hold, in the order of the columns below. */
const held = ['cookie', 'token of the session', 'token of its own', 'API key', 'Studio', 'socket'] as const

interface Holder {
  user: User
  organization: Organization
  /** Another browser of theirs, in which they act. */
  other: Browser
  /** The one that everything held was asked for in. */
  browser: Browser
  client: ApiClient
}

/**
 * What becomes of it: `-` is refused within five seconds, `ok` goes on. A key is the organization's, so it outlives the
 * password and the platform's role of whoever made it, and ends with their membership or their account.
 */
const endings: Record<string, [row: string, act: (holder: Holder) => Promise<unknown>]> = {
  'signing out': ['- - ok ok - -', ({ browser }) => browser.send('POST', '/api/auth/logout')],
  'a change of the password': [
    '- - - ok - -',
    ({ other }) =>
      other.send('POST', '/api/auth/change-password', {
        currentPassword: password,
        password: 'battery-staple-8',
      }),
  ],
  'being disabled': [
    '- - - - - -',
    async ({ client, user }) =>
      client
        .post(`/api/admin/users/${user.id}/suspension`)
        .loginAs(await dana())
        .withSession(confirmed())
        .withCsrfToken()
        .json({ reason: 'For a test' }),
  ],
  'the end of the account': [
    '- - - - - -',
    async ({ user }) => {
      const due = await requestDeletion(user)
      await due.merge({ deletionDueAt: DateTime.utc().minus({ minutes: 1 }) }).save()
      await new Erasure(user.id).carryOut()
    },
  ],
  'the loss of the role': [
    '- - - ok - -',
    async ({ client, user }) =>
      client
        .patch(`/api/admin/users/${user.id}`)
        .loginAs(await dana())
        .withSession(confirmed())
        .withCsrfToken()
        .json({ fullName: user.fullName, role: 'user' }),
  ],
  'leaving the organization': [
    '- - - - ok ok',
    ({ organization, other }) => other.send('DELETE', `/api/organizations/${organization.id}/membership`),
  ],
}

/** An editor who also works in an organization, with everything that they can hold. */
async function everything(client: ApiClient) {
  const organization = await Organization.create({ name: 'Endings' })
  const [user, owner] = [await somebody('editor'), await somebody('user')]
  await organization.related('memberships').create({ userId: owner.id, role: 'owner' })
  await organization.related('memberships').create({ userId: user.id, role: 'admin' })
  const { headers: key } = await keyFor(user, organization)
  const [browser, other] = [new Browser(), new Browser()]
  for (const one of [browser, other]) await one.signIn(user.email)
  const ofSession = await browser.send('POST', '/api/auth/token')
  const ofItsOwn = await client.post('/api/auth/token').json({ email: user.email, password })
  const tokens = [ofSession.body, ofItsOwn.body() as typeof ofSession.body].map(
    ({ data }) => `Bearer ${(data as { token: string }).token}`,
  )
  // Whoever copied it does not forget it when the browser does.
  const { cookies: cookie } = browser
  const socket = await openSocket(cookie)

  const its = `/api/organizations/${organization.id}`
  const asked = async (headers: Record<string, string>, path = its) =>
    (await new Browser().visit(path, headers)).status === 200
  const probes: (() => Promise<boolean> | boolean)[] = [
    () => asked({ cookie }),
    () => asked({ authorization: tokens[0]! }),
    () => asked({ authorization: tokens[1]! }),
    () => asked(key),
    () => asked({ cookie, 'sec-fetch-site': 'same-origin' }, '/studio/users/me'),
    () => socket.isOpen,
  ]
  return {
    holder: { user, organization, browser, other, client },
    async row() {
      const answers: string[] = []
      for (const probe of probes) answers.push((await probe()) ? 'ok' : '-')
      return answers.join(' ')
    },
    async close() {
      socket.close()
      await giveBackSeat(user.id)
      await admin.request(deleteUser(user.id)).catch(() => undefined)
      await User.query().where({ id: user.id }).update({ role: 'user' })
    },
  }
}

async function somebody(role: User['role']) {
  return User.create({
    email: stranger().email,
    password,
    fullName: 'Somebody',
    role,
    emailVerifiedAt: DateTime.now(),
  })
}

test.group(`What somebody holds (${held.join(', ')})`, (group) => {
  group.setup(async () => {
    const server = await app.container.make('server')
    const upgrades = new Upgrades(server.handle.bind(server))
    upgrades.listen(server.getNodeServer() as Server)
    return () => upgrades.close()
  })

  for (const [what, [expected, act]] of Object.entries(endings)) {
    test(`ends with ${what}`, async ({ assert, client, cleanup }) => {
      const { holder, row, close } = await everything(client)
      cleanup(close)
      assert.equal(await row(), 'ok ok ok ok ok ok')

      const begun = performance.now()
      await act(holder)
      while ((await row()) !== expected && performance.now() - begun < 5_000) await sleep(250)
      // Long enough for whoever asks again to have asked.
      if (expected.endsWith('ok')) await sleep(2_500)
      assert.equal(await row(), expected)
    }).timeout(30_000)
  }
})
