import type { HttpContext } from '@adonisjs/core/http'
import redis from '@adonisjs/redis/services/main'

type Session = HttpContext['session']

export type Ceremony = 'registration' | 'proof'

const lifetime = 5 * 60

const sessionKey = (ceremony: Ceremony) => `passkey_${ceremony}`
const redisKey = (challenge: string) => `passkey-challenge:${challenge}`

/** Keeps what an authenticator is about to sign, for this session and this purpose. */
export async function keepChallenge(session: Session, ceremony: Ceremony, challenge: string) {
  await redis.setex(redisKey(challenge), lifetime, ceremony)
  session.put(sessionKey(ceremony), challenge)
}

/** Takes it, once: of two answers at the same moment one finds it gone, and then null. */
export async function takeChallenge(session: Session, ceremony: Ceremony) {
  const challenge: unknown = session.pull(sessionKey(ceremony))
  if (typeof challenge !== 'string') return null
  return (await redis.getdel(redisKey(challenge))) === ceremony ? challenge : null
}
