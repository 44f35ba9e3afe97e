import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import {
  ImpersonatingException,
  ImpersonationOverException,
  NotImpersonatingException,
} from '#accounts/exceptions/impersonation_exceptions'
import { freshSession } from '#accounts/fresh_session'
import User from '#accounts/models/user'
import { can } from '#accounts/roles'
import { impersonation } from '#config/impersonation'
import type { Permission } from '#config/permissions'
import { record } from '#ledger/record'

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    /** There while an administrator acts as somebody else. */
    impersonation?: Impersonation
  }
}

/** What the session of an administrator keeps while it is somebody else's. */
interface Kept {
  /** The session epoch of the administrator, whose sessions may be ended meanwhile. */
  epoch: number
  administratorId: string
  reason: string
  endsAt: string
  /** What the administrator comes back to. */
  session: { remember?: boolean; organizationId?: string }
}

type Caller = Pick<HttpContext, 'auth' | 'session'>
type Asking = Caller & Pick<HttpContext, 'route'>

/** An administrator who sees and does what somebody else does, for a while, with a reason, and never in secret. */
export class Impersonation {
  private constructor(
    readonly administrator: User,
    private kept: Kept,
    private asking: Asking,
  ) {}

  get reason() {
    return this.kept.reason
  }

  get endsAt() {
    return this.kept.endsAt
  }

  /** The session goes on as that person's, under a new id. */
  static async begin({ auth, session }: Caller, user: User, reason: string) {
    const administrator = auth.getUserOrFail()
    const kept: Kept = {
      administratorId: administrator.id,
      epoch: administrator.sessionEpoch,
      reason,
      endsAt: DateTime.utc().plus({ minutes: impersonation.minutes }).toISO(),
      session: { remember: session.get('remember'), organizationId: session.get('organizationId') },
    }
    await continueAs({ auth, session }, user)
    session.put('impersonation', kept)
  }

  /**
   * Who acts in this session, if it is not its person.
   *
   * @throws ImpersonationOverException when the time is over, or the administrator may not do so any more
   */
  static async of(asking: Asking) {
    const kept = asking.session.get('impersonation') as Kept | undefined
    if (!kept) return undefined
    const administrator = await User.find(kept.administratorId)
    const isOver =
      !administrator ||
      administrator.disabledAt !== null ||
      administrator.sessionEpoch !== kept.epoch ||
      !can(administrator, 'user.impersonate') ||
      DateTime.fromISO(kept.endsAt) <= DateTime.utc()
    if (isOver) throw new ImpersonationOverException()
    return new Impersonation(administrator, kept, asking)
  }

  /** The session goes on as the administrator's, under a new id; they have to confirm again who they are. */
  static async end({ auth, impersonation: acting, session }: Caller & Pick<HttpContext, 'impersonation'>) {
    if (!acting) throw new NotImpersonatingException()
    const { administrator, kept } = acting
    await db.transaction((trx) =>
      record(trx, {
        action: 'user.impersonation_ended',
        subject: ['user', auth.getUserOrFail().id],
        actorId: administrator.id,
      }),
    )
    await continueAs({ auth, session }, administrator)
    if (kept.session.remember !== undefined) session.put('remember', kept.session.remember)
    if (kept.session.organizationId) session.put('organizationId', kept.session.organizationId)
  }

  /** @throws ImpersonatingException unless `config/impersonation.ts` lists the permission */
  async permit(permission: Permission) {
    if (!impersonation.permissions.includes(permission)) await this.refuse()
  }

  /** @throws ImpersonatingException unless `config/impersonation.ts` lists the route */
  async permitRoute() {
    if (!impersonation.routes.includes(this.#route)) await this.refuse()
  }

  /**
   * What an administrator tried in somebody's name stays known, too.
   *
   * @throws ImpersonatingException
   */
  async refuse(): Promise<never> {
    await db.transaction((trx) =>
      record(trx, {
        action: 'user.impersonation_refused',
        subject: ['user', this.asking.auth.use('web').getUserOrFail().id],
        actorId: this.administrator.id,
        metadata: { route: this.#route },
      }),
    )
    throw new ImpersonatingException()
  }

  get #route() {
    return this.asking.route?.name ?? ''
  }
}

async function continueAs({ auth, session }: Caller, user: User) {
  freshSession(session, 'device')
  await auth.use('web').login(user)
}
