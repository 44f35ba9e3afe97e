import { randomBytes } from 'node:crypto'
import { Oauth2Driver } from '@adonisjs/ally'
import type {
  AllyUserContract,
  ApiRequestContract,
  Oauth2AccessToken,
  RedirectRequestContract,
} from '@adonisjs/ally/types'
import type { HttpContext } from '@adonisjs/core/http'
import { ProviderDeniedException, UnprovenIdentityException } from '#accounts/exceptions/identity_exceptions'
import { GuardedClient } from '#accounts/identity/guarded_client'
import type { Issuer, Issuers, Metadata } from '#accounts/identity/issuer'
import { unavailable } from '#accounts/identity/unavailable'

interface Config {
  /** Keeps the cookies of several providers apart. */
  name: string
  issuer: string
  clientId: string
  clientSecret: string
  callbackUrl: string
  scopes?: string[]
  issuers: Issuers
}

type Token = Oauth2AccessToken & { id_token?: unknown }
type Claims = Awaited<ReturnType<Issuer['verify']>>

/**
 * OpenID Connect for ally: everything is found by the issuer's address, the code is bound to this browser by state and
 * PKCE, and who somebody is says an id token that was signed for this client and carries this sign-in's nonce.
 */
export class OpenIdDriver extends Oauth2Driver<Token, string> {
  // Both are the issuer's to tell.
  protected authorizeUrl = ''
  protected accessTokenUrl = ''
  protected stateParamName = 'state'
  protected errorParamName = 'error'
  protected codeParamName = 'code'
  protected scopeParamName = 'scope'
  protected scopesSeparator = ' '
  protected stateCookieName: string
  protected override codeVerifierCookieName: string
  #nonceCookieName: string
  #issuer: Issuer
  #metadata?: Metadata

  constructor(
    ctx: HttpContext,
    private settings: Config,
  ) {
    super(ctx, settings)
    this.stateCookieName = `${settings.name}_state`
    this.codeVerifierCookieName = `${settings.name}_verifier`
    this.#nonceCookieName = `${settings.name}_nonce`
    this.#issuer = settings.issuers.at(settings.issuer)
    this.loadState()
  }

  override async redirectUrl(callback?: (request: RedirectRequestContract<string>) => void) {
    const { authorization_endpoint } = await this.#discover()
    this.authorizeUrl = authorization_endpoint
    return super.redirectUrl(callback)
  }

  override async accessToken(callback?: (request: ApiRequestContract) => void) {
    const { token_endpoint } = await this.#discover()
    this.accessTokenUrl = token_endpoint
    return super.accessToken(callback)
  }

  override stateMisMatch() {
    const { iss } = this.ctx.request.qs()
    // RFC 9207: an answer that says whose it is must be the asked provider's.
    if (iss !== undefined && iss !== this.#issuer.url) return true
    return !this.stateCookieValue || super.stateMisMatch()
  }

  accessDenied() {
    return this.getError() === 'access_denied'
  }

  async user(): Promise<AllyUserContract<Token>> {
    if (this.accessDenied()) throw new ProviderDeniedException()
    if (this.hasError() || this.stateMisMatch()) throw new UnprovenIdentityException()

    const nonce = this.ctx.request.encryptedCookie(this.#nonceCookieName) as string | undefined
    this.ctx.response.clearCookie(this.#nonceCookieName)
    const token = await this.accessToken()
    const expected = { clientId: this.settings.clientId, nonce: nonce ?? '' }
    const claims = await this.#issuer.verify(token.id_token, expected).catch(unavailable)
    return this.#person(await this.#complete(claims, token.token), token)
  }

  /** An access token alone proves nobody's identity: it may have been made for another client. */
  async userFromToken(): Promise<never> {
    throw new UnprovenIdentityException()
  }

  protected override configureRedirectRequest(request: RedirectRequestContract<string>) {
    const nonce = randomBytes(32).toString('base64url')
    this.ctx.response.encryptedCookie(this.#nonceCookieName, nonce)
    request.scopes(this.settings.scopes ?? ['openid', 'email', 'profile'])
    request.param('response_type', 'code').param('nonce', nonce)
  }

  /** The client's secret goes where the provider reads it; without a word of it, into the header (RFC 6749, 2.3.1). */
  protected override configureAccessTokenRequest(request: ApiRequestContract) {
    const methods = this.#metadata?.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    if (!methods.includes('client_secret_basic')) return
    const pair = [this.settings.clientId, this.settings.clientSecret].map(encodeURIComponent).join(':')
    request.header('Authorization', `Basic ${Buffer.from(pair).toString('base64')}`)
    request.clearField('client_id').clearField('client_secret')
  }

  protected override httpClient(url: string) {
    return new GuardedClient(url, this.settings.issuers.outbound)
  }

  async #discover() {
    return (this.#metadata = await this.#issuer.metadata().catch(unavailable))
  }

  /** Some providers put the address into their userinfo answer only. */
  async #complete(claims: Claims, token: string): Promise<Claims> {
    const { userinfo_endpoint } = await this.#discover()
    if (claims.email !== undefined || !userinfo_endpoint) return claims
    const request = this.httpClient(userinfo_endpoint).header('Authorization', `Bearer ${token}`)
    const more = (await request.get()) as Claims
    if (more.sub !== claims.sub) throw new UnprovenIdentityException()
    return { ...more, ...claims }
  }

  #person(claims: Claims, token: Token): AllyUserContract<Token> {
    const text = (claim: unknown) => (typeof claim === 'string' && claim !== '' ? claim : null)
    const isVerified = claims.email_verified === true || claims.email_verified === 'true'
    return {
      id: claims.sub,
      nickName: text(claims.preferred_username) ?? '',
      name: text(claims.name) ?? '',
      email: text(claims.email),
      emailVerificationState: isVerified ? 'verified' : 'unverified',
      avatarUrl: null,
      original: claims,
      token,
    }
  }
}
