import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { confirm } from '#accounts/confirmation'
import { freshSession } from '#accounts/fresh_session'
import { rememberDevice } from '#accounts/known_device'
import type User from '#accounts/models/user'
import { PendingSignIn } from '#accounts/pending_sign_in'
import { provedByPasskey } from '#accounts/second_factor'
import { admit } from '#accounts/sign_in_rule'
import UserTransformer from '#accounts/transformers/user_transformer'
import type { SecondFactor } from '#accounts/two_factor'
import { record } from '#ledger/record'

/** What proved who somebody is. */
export type SignInMethod = 'password' | 'registration' | 'magic_link' | 'social' | 'oidc' | 'passkey'

/** What a session begins with besides its person. */
export type Luggage = Record<string, string>

type Caller = Pick<HttpContext, 'auth' | 'request' | 'response' | 'session'>

/**
 * Begins a session for a person who has proved who they are. Whatever the proof was, they come by here:
 * `serialize(await new SignIn(ctx, user, 'password').start())`.
 */
export class SignIn {
  constructor(
    private ctx: Caller,
    private user: User,
    private method: SignInMethod,
    private remember = false,
    /** What the session remembers from its first moment on, also where a second step comes between. */
    private luggage: Luggage = {},
  ) {}

  /** Begins the session; where the person has a second factor, asks for it first. A passkey is both in one. */
  async start() {
    if (this.method === 'passkey' || !this.user.hasTwoFactor) return this.complete()

    await admit(this.user, this.method)
    freshSession(this.ctx.session)
    return {
      twoFactor: await new PendingSignIn(this.user, this.method, this.remember, this.luggage).keep(
        this.ctx.session,
      ),
    }
  }

  async complete(secondFactor?: SecondFactor) {
    const { auth, request, session } = this.ctx
    await admit(this.user, this.method)
    await this.#record(secondFactor)

    freshSession(session)
    await auth.use('web').login(this.user)
    for (const [key, value] of Object.entries(this.luggage)) session.put(key, value)
    session.put('remember', this.remember)
    session.put('device', {
      userAgent: request.header('user-agent')?.slice(0, 400) ?? null,
      ip: request.ip(),
      signedInAt: new Date().toISOString(),
    })
    confirm(session)
    if (this.method === 'passkey') provedByPasskey(session)
    rememberDevice(this.ctx, this.user.email)
    return { user: UserTransformer.transform(this.user) }
  }

  #record(secondFactor?: SecondFactor) {
    return db.transaction((trx) =>
      record(trx, {
        action: 'user.logged_in',
        subject: ['user', this.user.id],
        actorId: this.user.id,
        metadata: { method: this.method, ...(secondFactor && { secondFactor }) },
      }),
    )
  }
}
