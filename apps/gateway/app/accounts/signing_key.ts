import { calculateJwkThumbprint, exportJWK, importPKCS8 } from 'jose'
import env from '#start/env'

export const algorithm = 'EdDSA'

async function load() {
  const pem = Buffer.from(env.get('JWT_PRIVATE_KEY').release(), 'base64').toString('utf8')
  const privateKey = await importPKCS8(pem, algorithm, { extractable: true })
  const { kty, crv, x } = await exportJWK(privateKey)
  const publicKey = { kty: kty ?? '', crv: crv ?? '', x: x ?? '' }
  const kid = await calculateJwkThumbprint(publicKey)
  return { privateKey, publicJwk: { ...publicKey, kid, alg: algorithm, use: 'sig' } }
}

let loaded: ReturnType<typeof load> | undefined

/** The key pair that signs access tokens; its public half is served as JWKS. */
export const signingKey = () => (loaded ??= load())
