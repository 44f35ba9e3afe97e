import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { test } from '@japa/runner'
import { deleteUser } from '@directus/sdk'
import { admin } from '#content/cms/client'
import { giveBackSeat } from '#content/studio/seats'
import { overhear, person } from '#content/tests/world'
import env from '#start/env'

/** Doors of Directus, and of ours, that are closed to an editor, too. */
const doors = [
  ['GET', '/studio/auth/login/google'],
  ['GET', '/studio/server/specs/oas'],
  ['GET', '/studio/graphql?query={__typename}'],
  ['GET', '/studio/graphql/system?query={users_me{email}}'],
  ['GET', '/studio/metrics'],
  ['GET', '/studio/license'],
  ['PATCH', '/studio/users/me'],
  ['DELETE', '/studio/shares/0197'],
  ['GET', '/api/cms/collections/directus_users'],
  ['GET', '/internal/metrics'],
] as const

const last = (path: string, sign: string) => path.replace(/\/(?=[^/]+$)/, sign)
const inside = (path: string, sign: string) => path.replace(/\/(?=[^/])(?!studio|api|internal)/, sign)
const letter = (path: string, spell: (code: string) => string) =>
  path.replace(/(?<=\/(?:studio|api|internal)\/)[a-z]/, (one) => spell(one.charCodeAt(0).toString(16)))

/** Ways to write a path that some program takes for the path itself. */
const spellings: Record<string, (path: string) => string> = {
  'as it is': (path) => path,
  capitals: (path) => path.replace(/(?<=^\/\w+\/).*/, (rest) => rest.toUpperCase()),
  'a capital': (path) => path.replace(/(?<=^\/\w+\/)\w/, (first) => first.toUpperCase()),
  'a capital in the last segment': (path) =>
    path.replace(/(?<=\/)\w(?=[^/]*$)/, (first) => first.toUpperCase()),
  'capitals all over': (path) => path.toUpperCase(),
  'slash behind': (path) => `${path}/`,
  'slashes behind': (path) => `${path}//`,
  'slashes in front': (path) => `/${path}`,
  'three slashes in front': (path) => `//${path}`,
  'slashes inside': (path) => inside(path, '//'),
  'slashes before the last segment': (path) => last(path, '//'),
  'dot in front': (path) => `/.${path}`,
  'dot inside': (path) => inside(path, '/./'),
  'dot behind': (path) => `${path}/.`,
  'dot at the end': (path) => `${path}.`,
  'dots at the end': (path) => `${path}..`,
  'up and down in front': (path) => `/x/..${path}`,
  'up and down inside': (path) => inside(path, '/x/../'),
  'up and down behind': (path) => `${path}/x/..`,
  'from items and up': (path) => inside(path, '/items/../'),
  'encoded dot': (path) => inside(path, '/%2e/'),
  'encoded dots': (path) => inside(path, '/items/%2e%2e/'),
  'one encoded dot of two': (path) => inside(path, '/items/.%2e/'),
  'other encoded dot of two': (path) => inside(path, '/items/%2E./'),
  'encoded slash after dots': (path) => inside(path, '/items/..%2f'),
  'encoded slash and dots': (path) => inside(path, '/items%2f..%2f'),
  'all of it encoded': (path) => inside(path, '/items%2F%2E%2E%2F'),
  'dots encoded twice': (path) => inside(path, '/items/%252e%252e/'),
  'slash encoded twice': (path) => inside(path, '/items/..%252f'),
  'last slash encoded': (path) => last(path, '%2f'),
  'last slash encoded in capitals': (path) => last(path, '%2F'),
  'last slash encoded twice': (path) => last(path, '%252f'),
  'last slash encoded three times': (path) => last(path, '%25252f'),
  'encoded slash behind': (path) => `${path}%2f`,
  'encoded slash inside': (path) => inside(path, '/%2f'),
  'encoded slash in front': (path) => `/%2f${path}`,
  backslash: (path) => last(path, '\\'),
  'backslash inside': (path) => inside(path, '/\\'),
  'backslash and dots': (path) => inside(path, '/items\\..\\'),
  'encoded backslash': (path) => last(path, '%5c'),
  'encoded backslash and dots': (path) => inside(path, '/items/..%5c'),
  'parameter behind': (path) => `${path};a`,
  'parameter behind dots': (path) => inside(path, '/items/..;/'),
  'parameter inside': (path) => inside(path, ';a/'),
  'encoded semicolon': (path) => `${path}%3ba`,
  'encoded NUL': (path) => `${path}%00`,
  'encoded NUL and an ending': (path) => `${path}%00.css`,
  'encoded blank behind': (path) => `${path}%20`,
  'encoded blank inside': (path) => inside(path, '/%20'),
  'encoded tab': (path) => `${path}%09`,
  'encoded line feed': (path) => `${path}%0a`,
  'encoded line break and a header': (path) => `${path}%0d%0ax:y`,
  'encoded DEL': (path) => `${path}%7f`,
  'encoded letter': (path) => letter(path, (code) => `%${code}`),
  'encoded letter in capitals': (path) => letter(path, (code) => `%${code.toUpperCase()}`),
  'letter encoded twice': (path) => letter(path, (code) => `%25${code}`),
  'overlong slash': (path) => last(path, '%c0%af'),
  'overlong dots': (path) => inside(path, '/items/%c0%ae%c0%ae/'),
  'slash of another script': (path) => last(path, '%ef%bc%8f'),
  'dots of another script': (path) => inside(path, '/items/%ef%bc%8e%ef%bc%8e/'),
  'division slash': (path) => last(path, '%e2%88%95'),
  'UTF-16 escape': (path) => last(path, '%u002f'),
  'half an escape': (path) => `${path}%2`,
  fragment: (path) => `${path}#a`,
  'encoded fragment': (path) => `${path}%23a`,
  'encoded question mark': (path) => `${path}%3fa=b`,
  ending: (path) => `${path}.json`,
  'address with a host': (path) => `http://evil.test${path}`,
}

const closed = /^\/(?:auth\/|(?:graphql|mcp|metrics|license|server\/specs|users|shares)(?:\/|$))/

/** What a lenient program would make of a path. */
function read(path: string) {
  let plain = path
  for (let turn = 0; turn < 3; turn += 1)
    plain = plain.replaceAll(/%([0-7][0-9a-f])/gi, (_, code) =>
      String.fromCharCode(parseInt(String(code), 16)),
    )
  return new URL(`http://cms${plain.replaceAll(/[/\\]+/g, '/')}`).pathname.toLowerCase()
}

test.group('However it is spelled', (group) => {
  group.tap((one) => one.timeout(180_000))

  test('an editor’s session opens what it should, and none of the closed doors', async ({
    assert,
    client,
    cleanup,
  }) => {
    const eve = await person('editor')
    cleanup(async () => {
      await giveBackSeat(eve.id)
      await admin.request(deleteUser(eve.id)).catch(() => undefined)
      await eve.delete()
    })
    const password = 'gantry-demo-2026'
    const signedIn = await client.post('/api/auth/login').withCsrfToken().json({ email: eve.email, password })
    const cookie = [signedIn.header('set-cookie')]
      .flat()
      .map((value) => String(value).split(';')[0])
      .join('; ')

    for (const path of [
      '/studio/server/ping',
      '/studio/users/me',
      '/studio/items/posts?limit=1',
      '/api/cms/collections/posts',
    ])
      assert.equal(await statusOf('GET', path, cookie), 200, path)

    const { asked, stop } = overhear()
    cleanup(stop)
    const opened: string[] = []
    for (const [name, spell] of Object.entries(spellings)) {
      const ask = async ([method, door]: (typeof doors)[number]) => {
        const [path, query] = door.split('?')
        const address = `${spell(path!)}${query ? `?${query}` : ''}`
        const status = await statusOf(method, address, cookie)
        if (!(status >= 400)) opened.push(`${name}: ${method} ${address} answered ${status}`)
      }
      await Promise.all(doors.map(ask))
      const reached = asked
        .splice(0)
        .filter(({ url, method }) => method !== 'SEARCH' && closed.test(read(url.pathname)))
      opened.push(...reached.map(({ url, method }) => `${name}: ${method} ${url.pathname} reached the CMS`))
    }
    assert.deepEqual(opened, [])
    assert.isAbove(Object.keys(spellings).length, 60)
  })
})

/** As it is written, which clients would not send. */
async function statusOf(method: string, path: string, cookie: string) {
  const socket = connect(env.get('PORT'), env.get('HOST'))
  const body = method === 'PATCH' ? '{"password":"mine-for-ever"}' : ''
  socket.write(
    `${method} ${path} HTTP/1.1\r\nHost: gantry.test\r\nCookie: ${cookie}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
  )
  return Number((await text(socket)).split(' ')[1])
}
