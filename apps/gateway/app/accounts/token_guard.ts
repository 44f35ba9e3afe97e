import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@adonisjs/auth'
import { symbols } from '@adonisjs/auth'
import type { GuardContract } from '@adonisjs/auth/types'
import type { SessionUserProviderContract } from '@adonisjs/auth/types/session'
import { type Claims, revokeToken, tokenForCredentials, verifyToken } from '#accounts/access_token'
import type User from '#accounts/models/user'
import { bearerToken } from '#core/bearer'

/** Authenticates a request by the JWT in its Authorization header. */
export class TokenGuard implements GuardContract<User> {
  declare [symbols.GUARD_KNOWN_EVENTS]: unknown
  readonly driverName = 'token'
  authenticationAttempted = false
  isAuthenticated = false
  user?: User
  #claims?: Claims

  constructor(
    private ctx: HttpContext,
    private users: SessionUserProviderContract<User>,
  ) {}

  /** Whether the session that the token was asked for in was proven by a passkey. */
  get isByPasskey() {
    return this.#claims?.isByPasskey === true
  }

  async authenticate() {
    if (this.authenticationAttempted) return this.getUserOrFail()
    this.authenticationAttempted = true

    const claims = await verifyToken(bearerToken(this.ctx.request) ?? '')
    const found = claims && (await this.users.findById(`${claims.userId}.${claims.epoch}`))
    if (!found) throw this.#refused()

    this.#claims = claims
    this.user = found.getOriginal()
    this.isAuthenticated = true
    return this.user
  }

  getUserOrFail() {
    if (!this.user) throw this.#refused()
    return this.user
  }

  async check() {
    return this.authenticate().then(
      () => true,
      (error: unknown) => {
        if (error instanceof errors.E_UNAUTHORIZED_ACCESS) return false
        throw error
      },
    )
  }

  async authenticateAsClient(user: User) {
    const { token } = await tokenForCredentials(user)
    return { headers: { authorization: `Bearer ${token}` } }
  }

  async logout() {
    if (this.#claims) await revokeToken(this.#claims)
    this.user = undefined
    this.isAuthenticated = false
  }

  #refused() {
    return new errors.E_UNAUTHORIZED_ACCESS('Invalid or expired access token', {
      guardDriverName: this.driverName,
    })
  }
}
