import type { HttpContext } from '@adonisjs/core/http'
import User from '#accounts/models/user'
import type { Luggage, SignInMethod } from '#accounts/sign_in'

type Session = HttpContext['session']

interface Kept {
  userId: string
  epoch: number
  method: SignInMethod
  remember: boolean
  luggage?: Luggage
  startedAt: number
}

const key = 'pendingSignIn'
const lifetime = 10 * 60_000

/** A sign-in that waits for its second step, kept in a session that is not signed in. */
export class PendingSignIn {
  constructor(
    readonly user: User,
    readonly method: SignInMethod,
    readonly remember: boolean,
    readonly luggage: Luggage = {},
  ) {}

  /** The one that waits in this session, unless it has waited too long or the person's access has changed since. */
  static async in(session: Session) {
    const kept = session.get(key) as Kept | undefined
    if (!kept || Date.now() - kept.startedAt > lifetime) return null
    const user = await User.query()
      .where({ id: kept.userId, session_epoch: kept.epoch })
      .whereNull('disabled_at')
      .first()
    return user && new PendingSignIn(user, kept.method, kept.remember, kept.luggage)
  }

  /** @returns what the person may prove themselves by */
  async keep(session: Session) {
    const { id: userId, sessionEpoch: epoch } = this.user
    const kept: Kept = {
      userId,
      epoch,
      method: this.method,
      remember: this.remember,
      luggage: this.luggage,
      startedAt: Date.now(),
    }
    session.put(key, kept)
    return { methods: await this.user.secondFactors() }
  }
}
