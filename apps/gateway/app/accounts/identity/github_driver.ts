import { GithubDriver as AllyGithubDriver } from '@adonisjs/ally/drivers/github'
import type { GithubDriverConfig, GithubToken } from '@adonisjs/ally/types'
import type { AllyUserContract } from '@adonisjs/ally/types'
import type { HttpContext } from '@adonisjs/core/http'
import { ProviderDeniedException, UnprovenIdentityException } from '#accounts/exceptions/identity_exceptions'
import { GuardedClient } from '#accounts/identity/guarded_client'
import type { GuardedFetch } from '#core/outbound/guarded_fetch'

interface Address {
  email: string
  primary: boolean
  verified: boolean
}

/** Ally's driver with PKCE, and with the address that GitHub says is both the main one and verified. */
export class GithubDriver extends AllyGithubDriver {
  protected override codeVerifierCookieName = 'gh_oauth_verifier'

  constructor(
    ctx: HttpContext,
    config: GithubDriverConfig,
    private outbound: GuardedFetch,
  ) {
    super(ctx, config)
    // Ally has read its cookies before it could know the name of this one.
    this.loadState()
  }

  override stateMisMatch() {
    return !this.stateCookieValue || super.stateMisMatch()
  }

  override async user(): Promise<AllyUserContract<GithubToken>> {
    if (this.accessDenied()) throw new ProviderDeniedException()
    if (this.hasError() || this.stateMisMatch()) throw new UnprovenIdentityException()
    const token = await this.accessToken()
    const person = await this.getUserInfo(token.token)
    const main = await this.#mainAddress(token.token)
    return {
      ...person,
      id: String(person.id),
      email: main?.email ?? null,
      emailVerificationState: main?.verified ? 'verified' : 'unverified',
      token,
    }
  }

  protected override httpClient(url: string) {
    return new GuardedClient(url, this.outbound)
  }

  async #mainAddress(token: string) {
    const request = this.getAuthenticatedRequest(this.config.userEmailUrl ?? this.userEmailUrl, token)
    const addresses = (await request.get()) as Address[]
    return addresses.find(({ primary }) => primary)
  }
}
