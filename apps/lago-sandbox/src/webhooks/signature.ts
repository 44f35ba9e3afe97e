import { createHmac, createPublicKey, sign } from 'node:crypto'

const base64url = (value: string) => Buffer.from(value).toString('base64url')

/**
 * RS256 token whose `data` claim is the exact payload text (CONTRACT 4.1); there is no `exp` and no `kid`.
 *
 * @param key PEM private key
 * @param issuer the origin of this server
 */
export function jwtSignature(payload: string, key: string, issuer: string) {
  const head = base64url(JSON.stringify({ alg: 'RS256', typ: 'JWT' }))
  const body = base64url(JSON.stringify({ data: payload, iss: issuer }))
  return `${head}.${body}.${sign('sha256', Buffer.from(`${head}.${body}`), key).toString('base64url')}`
}

/** Base64 of HMAC-SHA256 over the bytes of the body. */
export const hmacSignature = (payload: string, key: string) =>
  createHmac('sha256', key).update(payload).digest('base64')

/** The public key as it is served: base64 of the PEM, broken every 60 characters, with a newline at the end. */
export function publicKeyText(privateKey: string) {
  const pem = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString()
  return Buffer.from(pem)
    .toString('base64')
    .replace(/.{1,60}/g, '$&\n')
}
