import type { HttpContext } from '@adonisjs/core/http'
import redis from '@adonisjs/redis/services/main'
import { jwtVerify, SignJWT } from 'jose'
import { uuidv7 } from 'uuidv7'
import type User from '#accounts/models/user'
import { isProvenByPasskey } from '#accounts/second_factor'
import { algorithm, signingKeys } from '#accounts/signing_keys'
import { sessionKey } from '#core/session/redis_session_store'
import env from '#start/env'

const lifetime = 15 * 60
const issuer = env.get('APP_URL')
const audience = `${issuer}/api`
const isId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

export interface Claims {
  userId: string
  epoch: number
  /** Name of the Redis key that keeps the token alive: a session, or the token's own entry. Without it, refused. */
  anchor: string
  /** Whether the session that it was asked for in was proven by a passkey. */
  isByPasskey?: boolean
}

/** A token that ends with the session it was asked for in, or after 15 minutes. */
export const tokenForSession = (user: User, session: HttpContext['session']) =>
  sign(user, sessionKey(session.sessionId), isProvenByPasskey(session))

/** A token for a script that has no session; deleting its anchor is its logout. */
export async function tokenForCredentials(user: User) {
  const anchor = `token:${uuidv7()}`
  await redis.setex(anchor, lifetime, user.id)
  return sign(user, anchor)
}

async function sign(user: User, anchor: string, isByPasskey = false) {
  const { privateKey, kid } = await signingKeys()
  const expiresAt = Math.floor(Date.now() / 1000) + lifetime
  const token = await new SignJWT({ epoch: user.sessionEpoch, anchor, ...(isByPasskey && { isByPasskey }) })
    .setProtectedHeader({ alg: algorithm, kid, typ: 'at+jwt' })
    .setSubject(user.id)
    .setIssuer(issuer)
    .setAudience(audience)
    .setJti(uuidv7())
    .setIssuedAt()
    .setExpirationTime(expiresAt)
    .sign(privateKey)
  return { token, expiresAt: new Date(expiresAt * 1000).toISOString() }
}

/** The claims of a good token whose anchor still stands, otherwise null. Redis being away is an error, not a null. */
export async function verifyToken(token: string): Promise<Claims | null> {
  const { find } = await signingKeys()
  const verified = await jwtVerify(token, find, {
    issuer,
    audience,
    algorithms: [algorithm],
    typ: 'at+jwt',
    requiredClaims: ['exp', 'sub'],
  }).catch(() => null)
  if (!verified || !isId.test(verified.payload.sub ?? '') || !isOurHand(token)) return null

  const { sub, epoch, anchor, isByPasskey } = verified.payload as Omit<Claims, 'userId'> & { sub: string }
  const stands = await redis.exists(anchor)
  return stands ? { userId: sub, epoch, anchor, isByPasskey } : null
}

/** Nothing is said twice in what we write, where one reader would believe the first and another the last. */
function isOurHand(token: string) {
  const parts = token.split('.').slice(0, 2)
  const texts = parts.map((part) => Buffer.from(part, 'base64url').toString())
  return texts.every((text) => JSON.stringify(JSON.parse(text)) === text)
}

export const revokeToken = ({ anchor }: Claims) => redis.del(anchor)
