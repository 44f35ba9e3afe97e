import { once } from 'node:events'
import { request as httpRequest, type Server } from 'node:http'
import app from '@adonisjs/core/services/app'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import { createUser, deleteUser, readUsers, updateUser } from '@directus/sdk'
import { uuidv7 } from 'uuidv7'
import type User from '#accounts/models/user'
import { admin, studio } from '#content/cms/client'
import { editorRole, studioRole } from '#content/cms/editor'
import freeSeat from '#content/studio/free_seat'
import { giveBackSeat } from '#content/studio/seats'
import { Upgrades } from '#content/studio/upgrades'
import { draft, item, person, proofOf, stored } from '#content/tests/world'
import { ServiceUnavailableException } from '#core/exceptions/service_unavailable_exception'
import LedgerEvent from '#ledger/models/ledger_event'
import env from '#start/env'

/** A request as the Studio's own pages send it. */
const inside = { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' }
/** A person who types the address or follows a link. */
const visit = { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', accept: 'text/html' }

const ask = (client: ApiClient, user: User, method: string, path: string) =>
  client
    .request(path, method as 'GET')
    .redirects(0)
    .loginAs(user)
    .headers(inside)

const roleOf = async (user: User) => {
  const [known] = await admin.request(readUsers({ fields: ['role'], filter: { id: { _eq: user.id } } }))
  return known?.role
}

const seatEvents = async (user: User) => {
  const events = await LedgerEvent.query()
    .where({ subject_id: user.id })
    .whereLike('action', 'studio.%')
    .orderBy('id')
  return events.map(({ action }) => action)
}

/** Somebody with an account of their own at the CMS, which is gone after the test. */
async function newEditor(cleanup: TestContext['cleanup']) {
  const eve = await person('editor')
  cleanup(async () => void (await admin.request(deleteUser(eve.id)).catch(() => undefined)))
  return eve
}

test.group('The Studio', () => {
  test('opens for an editor, who never gets a credential of Directus', async ({
    assert,
    client,
    cleanup,
  }) => {
    const eve = await newEditor(cleanup)

    const page = await client.get('/studio/admin/content').redirects(0).loginAs(eve).headers(visit)
    page.assertStatus(200)
    assert.include(page.text(), '<base href="/studio/admin/" />')
    assert.include(page.text(), '/studio/gantry.js')
    assert.isUndefined(page.header('x-powered-by'))

    const me = await ask(client, eve, 'GET', '/studio/users/me?fields=id,first_name')
    me.assertStatus(200)
    assert.deepInclude(me.body().data, { id: eve.id, first_name: eve.fullName })
    const secrets = await ask(client, eve, 'GET', '/studio/users/me?fields=id,token,password')
    assert.deepEqual(secrets.body().data, { id: eve.id })
    const cookies = [page, me].flatMap((answer) => Object.keys(answer.cookies()))
    assert.notInclude(cookies.join(), 'directus')
    assert.include(me.header('cache-control') ?? '', 'no-store')
  })

  test('takes one seat, however many requests a page begins with', async ({ assert, client, cleanup }) => {
    const eve = await newEditor(cleanup)

    const answers = await Promise.all(
      Array.from({ length: 6 }, () => ask(client, eve, 'GET', '/studio/server/info')),
    )
    for (const answer of answers) answer.assertStatus(200)
    assert.equal(await roleOf(eve), studioRole)
    assert.deepEqual(await seatEvents(eve), ['studio.seat_taken'])
  })

  test('writes as the editor', async ({ assert, client, cleanup }) => {
    const eve = await newEditor(cleanup)
    const post = await item('posts', draft())
    cleanup(() => post.remove())

    const answer = await ask(client, eve, 'PATCH', `/studio/items/posts/${post.id}`).json({
      title: 'From the Studio',
    })
    answer.assertStatus(200)
    const [activity] = await stored<{ user: string }[]>(
      `/activity?filter[item][_eq]=${post.id}&filter[action][_eq]=update&fields=user`,
    )
    assert.equal(activity!.user, eve.id)
  })

  test('passes on a search with a body', async ({ assert, client, cleanup }) => {
    const eve = await newEditor(cleanup)
    const answer = await ask(client, eve, 'SEARCH', '/studio/items/posts').json({
      query: { limit: 1, fields: ['id'] },
    })
    answer.assertStatus(200)
    assert.lengthOf(answer.body().data, 1)
  })

  test('believes itself signed in while we do, and signs out of here', async ({
    assert,
    client,
    cleanup,
  }) => {
    const eve = await newEditor(cleanup)
    const refreshed = await ask(client, eve, 'POST', '/studio/auth/refresh').json({ mode: 'session' })
    refreshed.assertStatus(200)
    assert.isAbove(refreshed.body().data.expires, 60_000)
    assert.notProperty(refreshed.body().data, 'access_token')

    const left = await ask(client, eve, 'POST', '/studio/auth/logout').json({})
    left.assertStatus(204)
    assert.match([left.header('set-cookie')].flat().join(), /gantry_session=;/)
  })

  for (const [method, path] of [
    ['POST', '/studio/auth/login'],
    ['POST', '/studio/auth/password/request'],
    ['POST', '/studio/graphql'],
    ['POST', '/studio/graphql/system'],
    ['PATCH', '/studio/users/me'],
    ['POST', '/studio/users'],
    ['POST', '/studio/users/me/tfa/enable'],
    ['GET', '/studio/auth/login/google'],
    ['GET', '/studio/server/specs/oas'],
    ['GET', '/studio/items/%2e%2e/users'],
    ['GET', '/studio/items/..%2fusers'],
    ['GET', '/studio//items/posts'],
  ] as const)
    test(`does not pass on ${method} ${path}`, async ({ assert, client, cleanup }) => {
      const eve = await newEditor(cleanup)
      let passedOn = 0
      const { forward } = studio
      studio.forward = (...call) => {
        passedOn += 1
        return forward(...call)
      }
      cleanup(() => void (studio.forward = forward))

      const request = ask(client, eve, method, path)
      const answer = await (method === 'GET'
        ? request
        : request.json({ password: 'mine-for-ever', query: '{ x }' }))
      answer.assertStatus(404)
      assert.equal(passedOn, 0)
    })

  test('takes no token from the address', async ({ client, cleanup }) => {
    const eve = await newEditor(cleanup)
    const token = env.get('CMS_ADMIN_TOKEN').release()
    const answer = await ask(client, eve, 'GET', `/studio/policies?access_token=${token}`)
    answer.assertStatus(403)
  })

  test('tells another site apart', async ({ assert, client, cleanup }) => {
    const eve = await newEditor(cleanup)
    const post = await item('posts', draft())
    cleanup(() => post.remove())
    for (const headers of [
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' },
      { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'navigate' },
      { origin: 'https://mallory.test' },
      {},
    ]) {
      const answer = await client
        .patch(`/studio/items/posts/${post.id}`)
        .loginAs(eve)
        .headers(headers as Record<string, string>)
        .json({ title: 'Taken over' })
      answer.assertStatus(403)
    }
    const row = await stored<{ title: string }>(`/items/posts/${post.id}`)
    assert.equal(row.title, draft().title)
  })

  test('leads people without an account or the role to a page that says so', async ({ assert, client }) => {
    const unknown = await client.get('/studio/admin/content/posts').redirects(0).headers(visit)
    unknown.assertStatus(302)
    assert.equal(unknown.header('location'), '/login?next=%2Fstudio%2Fadmin%2Fcontent%2Fposts')

    const reader = await client
      .get('/studio/admin/')
      .redirects(0)
      .loginAs(await person('user'))
      .headers(visit)
    reader.assertStatus(302)
    assert.equal(reader.header('location'), '/dashboard/studio?problem=E_FORBIDDEN')

    const script = await client
      .get('/studio/users/me')
      .redirects(0)
      .loginAs(await person('user'))
      .headers(inside)
    script.assertStatus(403)
    script.assertBodyContains({ code: 'E_FORBIDDEN' })
  })

  test('is closed to a bearer token', async ({ client }) => {
    const answer = await client.get('/studio/users/me').headers(await proofOf(await person('editor')))
    answer.assertStatus(400)
  })

  test('says when every seat is taken, and lets in when one is given back', async ({
    assert,
    client,
    cleanup,
  }) => {
    const license = await stored<{ usage: { seats: number }; entitlements: { seats: { limit: number } } }>(
      '/license',
    )
    const free = license.entitlements.seats.limit - license.usage.seats
    const holders = await Promise.all(
      Array.from({ length: free }, async () => {
        const id = uuidv7()
        await admin.request(
          createUser({ id, email: `${id}@editors.example.com`, role: studioRole, status: 'active' }),
        )
        return id
      }),
    )
    const eve = await newEditor(cleanup)
    cleanup(async () => {
      for (const id of holders) await admin.request(deleteUser(id))
    })

    const refused = await ask(client, eve, 'GET', '/studio/users/me')
    refused.assertStatus(409)
    refused.assertBodyContains({ code: 'E_NO_STUDIO_SEAT' })
    assert.deepEqual(await seatEvents(eve), [])
    const page = await client.get('/studio/admin/').redirects(0).loginAs(eve).headers(visit)
    assert.equal(page.header('location'), '/dashboard/studio?problem=E_NO_STUDIO_SEAT')

    const seats = await client.get('/api/cms/studio/seats').headers(await proofOf(eve))
    seats.assertBodyContains({ data: { isMine: false, used: license.entitlements.seats.limit } })

    await admin.request(updateUser(holders[0]!, { role: editorRole }))
    ;(await ask(client, eve, 'GET', '/studio/users/me')).assertStatus(200)
  })

  test('gives a seat back when asked, once', async ({ assert, client, cleanup }) => {
    const eve = await newEditor(cleanup)
    const headers = await proofOf(eve)
    await ask(client, eve, 'GET', '/studio/users/me')
    const before = await client.get('/api/cms/studio/seats').headers(headers)
    assert.isTrue(before.body().data.isMine)

    for (let time = 0; time < 2; time += 1)
      (await client.delete('/api/cms/studio/seats/mine').headers(headers)).assertStatus(204)
    assert.equal(await roleOf(eve), editorRole)
    assert.deepEqual(await seatEvents(eve), ['studio.seat_taken', 'studio.seat_given_back'])
  })

  test('is over the moment the role is taken away, and the seat is free', async ({
    assert,
    client,
    cleanup,
  }) => {
    const eve = await newEditor(cleanup)
    ;(await ask(client, eve, 'GET', '/studio/users/me')).assertStatus(200)

    await eve.merge({ role: 'user' }).save()
    ;(await ask(client, eve, 'GET', '/studio/users/me')).assertStatus(403)
    await freeSeat({ subjectId: eve.id } as LedgerEvent, undefined as never)
    assert.equal(await roleOf(eve), editorRole)
  })

  test('answers 503 while Directus is gone, and a page for whoever visits', async ({
    assert,
    client,
    cleanup,
  }) => {
    const eve = await newEditor(cleanup)
    await ask(client, eve, 'GET', '/studio/users/me')
    const { forward } = studio
    studio.forward = () => Promise.reject(new ServiceUnavailableException('cms'))
    cleanup(() => void (studio.forward = forward))

    const answer = await ask(client, eve, 'GET', '/studio/items/posts')
    answer.assertStatus(503)
    assert.equal(answer.header('retry-after'), '5')
    const page = await client.get('/studio/admin/').redirects(0).loginAs(eve).headers(visit)
    assert.equal(page.header('location'), '/dashboard/studio?problem=E_CMS_UNAVAILABLE')
  })
})

const upgrade = async (headers: Record<string, string>) => {
  const request = httpRequest({
    port: env.get('PORT'),
    path: '/websocket',
    headers: {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
      ...headers,
    },
  })
  request.end()
  const [answer, socket] = (await Promise.race([once(request, 'upgrade'), once(request, 'response')])) as [
    { statusCode: number; resume?: () => void },
    { destroy(): void; once(event: 'close', listener: () => void): void } | undefined,
  ]
  return { status: answer.statusCode, socket }
}

test.group('The Studio’s socket', (group) => {
  group.setup(async () => {
    const server = await app.container.make('server')
    const upgrades = new Upgrades(server.handle.bind(server))
    upgrades.listen(server.getNodeServer() as Server)
    return () => upgrades.close()
  })

  test('is refused to who is not signed in, and to other sites', async ({ assert }) => {
    assert.equal((await upgrade(inside)).status, 401)
    assert.equal((await upgrade({ origin: 'https://mallory.test' })).status, 403)
  })

  test('connects an editor, and parts when the role is taken away', async ({ assert, client, cleanup }) => {
    const eve = await newEditor(cleanup)
    const password = 'gantry-demo-2026'
    const signedIn = await client.post('/api/auth/login').withCsrfToken().json({ email: eve.email, password })
    const cookie = [signedIn.header('set-cookie')]
      .flat()
      .map((value) => String(value).split(';')[0])
      .join('; ')

    const { status, socket } = await upgrade({ ...inside, cookie })
    assert.equal(status, 101)
    const parted = new Promise<void>((resolve) => socket!.once('close', resolve))
    await eve.merge({ role: 'user' }).save()
    await parted
    await giveBackSeat(eve.id)
  })
})
