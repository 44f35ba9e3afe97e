import type { HttpContext } from '@adonisjs/core/http'
import { uuidv7 } from 'uuidv7'
import { sameOriginPath } from '#core/same_origin_path'

interface Kept {
  id: string
  /** The provider that is visited. */
  to: string
  purpose: 'sign_in' | 'connect'
  next: string
  /** Who asked to connect: only they may, and only if they still sit here. */
  userId: string | null
  startedAt: number
}

type Carrier = Pick<HttpContext, 'request' | 'response'>

const cookie = 'gantry_visit'
const lifetime = 10 * 60

/** Why this browser has gone to a provider and where it leads back to, kept by the browser itself, sealed. */
export class Visit {
  private constructor(private kept: Kept) {}

  static begin({ response }: Carrier, visit: Partial<Kept> & Pick<Kept, 'to' | 'purpose'>) {
    const next = sameOriginPath(visit.next) ?? '/dashboard'
    const kept: Kept = { id: uuidv7(), userId: null, startedAt: Date.now(), ...visit, next }
    response.encryptedCookie(cookie, kept, { maxAge: lifetime })
    return new Visit(kept)
  }

  /** The visit to that provider that this browser is on, if it has not taken too long. */
  static current({ request }: Pick<Carrier, 'request'>, to: string) {
    const kept = request.encryptedCookie(cookie) as Kept | null | undefined
    if (!kept || kept.to !== to) return null
    return Date.now() - kept.startedAt < lifetime * 1000 ? new Visit(kept) : null
  }

  static end({ response }: Pick<Carrier, 'response'>) {
    response.clearCookie(cookie)
  }

  get id() {
    return this.kept.id
  }

  get purpose() {
    return this.kept.purpose
  }

  get next() {
    return this.kept.next
  }

  get userId() {
    return this.kept.userId
  }
}
