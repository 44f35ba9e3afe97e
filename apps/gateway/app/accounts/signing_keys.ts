import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { calculateJwkThumbprint, createLocalJWKSet } from 'jose'
import env from '#start/env'

export const algorithm = 'EdDSA'

async function publicJwk(key: KeyObject) {
  const { kty = '', crv = '', x = '' } = key.export({ format: 'jwk' })
  return { kty, crv, x, kid: await calculateJwkThumbprint({ kty, crv, x }), alg: algorithm, use: 'sig' }
}

async function load() {
  const pem = Buffer.from(env.get('JWT_PRIVATE_KEY').release(), 'base64')
  const privateKey = createPrivateKey(pem)
  const current = await publicJwk(createPublicKey(pem))
  const previous = await Promise.all(env.get('JWT_PREVIOUS_KEYS').map(publicJwk))
  const keys = [current, ...previous.filter(({ kid }) => kid !== current.kid)]
  return { privateKey, kid: current.kid, keys, find: createLocalJWKSet({ keys }) }
}

let loaded: ReturnType<typeof load> | undefined

/**
 * The key that signs access tokens, and the public halves of all that are believed: its own first, then those of keys
 * that signed before it. Each is known by its thumbprint, so that no two are taken for one another.
 */
export const signingKeys = () => (loaded ??= load())
