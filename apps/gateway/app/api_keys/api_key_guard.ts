import type { HttpContext } from '@adonisjs/core/http'
import { symbols } from '@adonisjs/auth'
import type { GuardContract } from '@adonisjs/auth/types'
import type { SessionUserProviderContract } from '@adonisjs/auth/types/session'
import type User from '#accounts/models/user'
import { KeyGuesses } from '#api_keys/key_guesses'
import ApiKey from '#api_keys/models/api_key'
import { bearerToken } from '#core/bearer'
import { InvalidApiKeyException } from '#core/exceptions/api_key_exceptions'

/** Authenticates a request by the API key in its Authorization header, as whoever created the key. */
export class ApiKeyGuard implements GuardContract<User> {
  declare [symbols.GUARD_KNOWN_EVENTS]: unknown
  readonly driverName = 'api_key'
  authenticationAttempted = false
  isAuthenticated = false
  user?: User

  constructor(
    private ctx: HttpContext,
    private users: SessionUserProviderContract<User>,
  ) {}

  async authenticate() {
    if (this.authenticationAttempted) return this.getUserOrFail()
    this.authenticationAttempted = true

    const secret = bearerToken(this.ctx.request) ?? ''
    const key = await new KeyGuesses(this.ctx).judge(() => ApiKey.bySecret(secret))
    const found = key.isLive && (await this.users.findById(`${key.creator.id}.${key.creator.sessionEpoch}`))
    if (!found) throw new InvalidApiKeyException()

    const { id, name, organizationId, scopes, perMinute } = key
    this.ctx.apiKey = { id, name, organizationId, scopes, perMinute }
    this.user = found.getOriginal()
    this.isAuthenticated = true
    return this.user
  }

  getUserOrFail() {
    if (!this.user) throw new InvalidApiKeyException()
    return this.user
  }

  async check() {
    await this.authenticate()
    return true
  }

  async authenticateAsClient(): Promise<never> {
    throw new Error('A key is made by ApiKey.issue: of those that exist nobody knows the secret.')
  }
}
