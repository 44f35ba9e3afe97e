import type { HttpContext } from '@adonisjs/core/http'

type Session = HttpContext['session']

const key = 'confirmedAt'
const lifetime = 10 * 60_000
/** What the clocks of two replicas may differ by. */
const skew = 60_000

/** Notes that whoever sits at this session has just proved who they are. */
export const confirm = (session: Session) => session.put(key, Date.now())

/** Until when that holds, or null where it does not; a bearer token has no session and confirms nothing. */
export function confirmedUntil(session?: Session) {
  const confirmedAt = Number(session?.get(key) ?? 0)
  const age = Date.now() - confirmedAt
  return age > -skew && age < lifetime ? new Date(confirmedAt + lifetime) : null
}
