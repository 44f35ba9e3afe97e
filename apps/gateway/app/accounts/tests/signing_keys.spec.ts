import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import testUtils from '@adonisjs/core/services/test_utils'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { decodeJwt, decodeProtectedHeader, type JWTPayload, jwtVerify, SignJWT, UnsecuredJWT } from 'jose'
import { ace } from '#tests/ace'
import { bearer } from '#tests/world'

/** Signed before the present key did; its public half stands in JWT_PREVIOUS_KEYS of `.env.test`. */
const previous = createPrivateKey(`-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEIHWkGNB/qPgp/TiFLp9oTISQBYYhX3ZbchLEVi/X5vu5
-----END PRIVATE KEY-----`)

interface Jwks {
  keys: { kid: string; x: string }[]
}

const publishedKeys = async (client: ApiClient) =>
  ((await client.get('/api/auth/jwks.json')).body() as Jwks).keys

/** What a good token says, to be signed by somebody else. */
const claims = async (client: ApiClient) =>
  decodeJwt((await bearer(client, 'alice@acme.test')).authorization.slice(7))

const signed = (payload: JWTPayload, key: KeyObject | Uint8Array, header: object = {}) =>
  new SignJWT(payload).setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', ...header }).sign(key)

/** A token word by word, also what no library would write. */
function handwritten(header: string, payload: string, by: KeyObject | null = previous) {
  const text = [header, payload].map((part) => Buffer.from(part).toString('base64url')).join('.')
  return `${text}.${by ? sign(null, Buffer.from(text), by).toString('base64url') : ''}`
}

const me = (client: ApiClient, token: string) =>
  client.get('/api/auth/me').header('authorization', `Bearer ${token}`)

test.group('Signing keys', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('are published, the present one and those before it', async ({ assert, client }) => {
    const keys = await publishedKeys(client)
    const { kid } = decodeProtectedHeader((await bearer(client, 'alice@acme.test')).authorization.slice(7))

    assert.lengthOf(keys, 2)
    assert.equal(keys[0]?.kid, kid)
    assert.notEqual(keys[0]?.kid, keys[1]?.kid)
    for (const key of keys) assert.notProperty(key, 'd')
  })

  test('that were replaced are believed until their tokens end', async ({ assert, client }) => {
    const [, { kid }] = (await publishedKeys(client)) as [object, { kid: string }]
    const payload = await claims(client)
    const old = await me(client, await signed(payload, previous, { kid }))
    const ended = { ...payload, exp: Math.floor(Date.now() / 1000) - 60 }

    assert.equal(old.body().data?.email, 'alice@acme.test')
    ;(await me(client, await signed(ended, previous, { kid }))).assertStatus(401)
  })

  test('that were removed are not', async ({ client }) => {
    const removed = generateKeyPairSync('ed25519')
    const payload = await claims(client)
    ;(await me(client, await signed(payload, removed.privateKey))).assertStatus(401)
    for (const { kid } of await publishedKeys(client)) {
      ;(await me(client, await signed(payload, removed.privateKey, { kid }))).assertStatus(401)
    }
  })

  test('are replaced by a command that keeps the one in use as a previous one', async ({
    assert,
    client,
  }) => {
    const { authorization } = await bearer(client, 'alice@acme.test')
    const { output } = await ace(['keys:rotate'])
    const settings = Object.fromEntries([...output.matchAll(/(JWT_\w+)=(\S+)/g)].map(([, ...pair]) => pair))
    const keys = [settings.JWT_PRIVATE_KEY, ...settings.JWT_PREVIOUS_KEYS.split(',')].map((key) =>
      createPublicKey(Buffer.from(key, 'base64')),
    )
    const believed = await Promise.all(
      keys.map((key) =>
        jwtVerify(authorization.slice(7), key).then(
          () => true,
          () => false,
        ),
      ),
    )

    // Signed by the key that is now the first of the previous ones; those before it are kept as well.
    assert.deepEqual(believed, [false, true, false])
    // And a process that is started with them.
    const again = await ace(['keys:rotate'], settings)
    assert.equal(again.code, 0)
    assert.include(again.output, settings.JWT_PREVIOUS_KEYS)
  }).timeout(60_000)

  test('do not come with the token', async ({ client }) => {
    const own = generateKeyPairSync('ed25519')
    const payload = await claims(client)
    const jwk = own.publicKey.export({ format: 'jwk' })
    const headers = [
      { jwk },
      { jku: 'https://mallory.example/jwks.json', kid: 'mallory' },
      { x5u: 'https://mallory.example/chain.pem' },
      { kid: 'mallory' },
      { kid: '../../etc/passwd' },
      { kid: 'https://mallory.example/key.pem' },
      { kid: "' or 1=1 --" },
    ]
    for (const header of headers) {
      ;(await me(client, await signed(payload, own.privateKey, header))).assertStatus(401)
    }
  })

  test('sign by no other algorithm', async ({ client }) => {
    const [key] = await publishedKeys(client)
    const payload = await claims(client)
    const published = createPublicKey({ key: { ...key, kty: 'OKP', crv: 'Ed25519' }, format: 'jwk' })
    const everybodys = [
      Buffer.from(key?.x ?? '', 'base64url'),
      published.export({ format: 'pem', type: 'spki' }),
      Buffer.from(JSON.stringify(key)),
    ]
    for (const secret of everybodys) {
      const forged = await signed(payload, Buffer.from(secret), { alg: 'HS256', kid: key?.kid })
      ;(await me(client, forged)).assertStatus(401)
    }
    ;(await me(client, new UnsecuredJWT(payload).encode())).assertStatus(401)
    for (const alg of ['none', 'None', 'HS256']) {
      const header = { alg, typ: 'at+jwt', kid: key?.kid }
      const texts = [header, payload].map((part) => JSON.stringify(part))
      for (const by of [previous, null])
        (await me(client, handwritten(texts[0]!, texts[1]!, by))).assertStatus(401)
    }
  })

  test('sign nothing that says a thing twice', async ({ assert, client }) => {
    const [, { kid }] = (await publishedKeys(client)) as [object, { kid: string }]
    const payload = JSON.stringify(await claims(client))
    const header = JSON.stringify({ alg: 'EdDSA', typ: 'at+jwt', kid })
    const again = (text: string, name: string) =>
      text.replace('{', `{"${name}":${JSON.stringify(JSON.parse(text)[name])},`)

    ;(await me(client, handwritten(header, payload))).assertStatus(200)
    for (const name of ['sub', 'exp', 'epoch', 'anchor', 'aud']) {
      const answer = await me(client, handwritten(header, again(payload, name)))
      assert.equal(answer.status(), 401, name)
    }
    for (const name of ['alg', 'kid', 'typ']) {
      const answer = await me(client, handwritten(again(header, name), payload))
      assert.equal(answer.status(), 401, name)
    }
  })

  test('sign nothing that asks for more than we understand, or is another kind of token', async ({
    assert,
    client,
  }) => {
    const [, { kid }] = (await publishedKeys(client)) as [object, { kid: string }]
    const payload = JSON.stringify(await claims(client))
    const headers = {
      'an extension': { crit: ['https://mallory.example/ext'], 'https://mallory.example/ext': true },
      'the payload as it is': { crit: ['b64'], b64: false },
      'no extension at all': { crit: [] },
      'an id token': { typ: 'JWT' },
      'no kind': { typ: undefined },
      'a kind that is none': { typ: ['at+jwt'] },
    }
    for (const [what, header] of Object.entries(headers)) {
      const text = JSON.stringify({ alg: 'EdDSA', typ: 'at+jwt', kid, ...header })
      const answer = await me(client, handwritten(text, payload))
      assert.equal(answer.status(), 401, what)
    }
  })

  test('make good only what says all of the right things', async ({ assert, client }) => {
    const payload = await claims(client)
    const { kid } = (await publishedKeys(client))[1]!
    const [now, { exp: _, ...endless }] = [Math.floor(Date.now() / 1000), payload]
    const forged: Record<string, JWTPayload> = {
      'another issuer': { ...payload, iss: 'https://mallory.example' },
      'another audience': { ...payload, aud: 'https://mallory.example/api' },
      'an end in words': { ...payload, exp: 'never' as never },
      'no end': endless,
      'a beginning in the future': { ...payload, nbf: now + 3600 },
      nobody: { ...payload, sub: undefined },
      'somebody who is none': { ...payload, sub: "' or true --" },
      'an earlier epoch': { ...payload, epoch: Number(payload.epoch) - 1 },
      'no anchor': { ...payload, anchor: undefined },
      'an anchor that never was': { ...payload, anchor: 'token:0' },
      'a subject with a NUL byte': { ...payload, sub: `${payload.sub}\u0000` },
    }
    ;(await me(client, await signed(payload, previous, { kid }))).assertStatus(200)
    for (const [what, claimed] of Object.entries(forged)) {
      const answer = await me(client, await signed(claimed, previous, { kid }))
      assert.equal(answer.status(), 401, what)
    }
    ;(await me(client, await signed(payload, previous, { kid, typ: 'JWT' }))).assertStatus(401)
    ;(await me(client, `${'x'.repeat(10_000)}.y.z`)).assertStatus(401)
  })
})
