import { createRemoteJWKSet, customFetch, errors, type JWTPayload, jwtVerify } from 'jose'
import { UnprovenIdentityException } from '#accounts/exceptions/identity_exceptions'
import { OutboundFailedException } from '#core/exceptions/outbound_exception'
import type { GuardedFetch } from '#core/outbound/guarded_fetch'

/** What an OpenID provider tells about itself, as far as we use it: OpenID Connect Discovery 1.0, section 3. */
export interface Metadata {
  issuer: string
  authorization_endpoint: string
  token_endpoint: string
  jwks_uri: string
  userinfo_endpoint?: string
  token_endpoint_auth_methods_supported?: string[]
}

const lifetime = 10 * 60_000
const maxKnown = 1_000

/** Signatures only: where a secret would do, whoever knows the client's secret could make tokens. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA']

const required = ['authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const

function isMetadata(data: unknown): data is Metadata {
  return (
    typeof data === 'object' &&
    data !== null &&
    required.every((name) => typeof Reflect.get(data, name) === 'string')
  )
}

/** A provider that speaks OpenID Connect, known by its address alone. */
export class Issuer {
  #metadata?: { data: Promise<Metadata>; until: number }
  #keys?: ReturnType<typeof createRemoteJWKSet>

  constructor(
    readonly url: string,
    private outbound: GuardedFetch,
  ) {}

  /** What the provider says of itself, asked anew after ten minutes; a failure is not kept. */
  async metadata(): Promise<Metadata> {
    if (this.#metadata && Date.now() < this.#metadata.until) return this.#metadata.data
    const data = this.#discover()
    this.#metadata = { data, until: Date.now() + lifetime }
    data.catch(() => (this.#metadata = undefined))
    return data
  }

  /**
   * @returns the claims of an id token that this provider made for this client and this very sign-in
   * @throws UnprovenIdentityException
   */
  async verify(idToken: unknown, { clientId, nonce }: { clientId: string; nonce: string }) {
    if (typeof idToken !== 'string') throw new UnprovenIdentityException()
    const keys = await this.#keySet()
    const { payload } = await jwtVerify(idToken, keys, {
      issuer: this.url,
      audience: clientId,
      algorithms,
      clockTolerance: 60,
      requiredClaims: ['sub', 'iat', 'exp'],
    }).catch(unproven)
    if (!isFor(payload, clientId) || payload.nonce !== nonce) throw new UnprovenIdentityException()
    return payload as JWTPayload & { sub: string }
  }

  /** Whether the provider tells what signing in needs, its keys included. */
  async probe() {
    const { jwks_uri } = await this.metadata()
    const { status, data } = await this.outbound.json(jwks_uri)
    const isKeySet = status === 200 && Array.isArray((data as { keys?: unknown } | null)?.keys)
    if (!isKeySet) throw new OutboundFailedException('type')
  }

  async #discover() {
    const base = this.url.replace(/\/$/, '')
    const { status, data } = await this.outbound.json(`${base}/.well-known/openid-configuration`)
    // A document that speaks of another issuer would let that one's tokens pass for this one's.
    if (status !== 200 || !isMetadata(data) || data.issuer !== this.url)
      throw new OutboundFailedException('type')
    await this.outbound.vet(data.authorization_endpoint)
    return data
  }

  async #keySet() {
    const { jwks_uri } = await this.metadata()
    this.#keys ??= createRemoteJWKSet(new URL(jwks_uri), {
      cacheMaxAge: lifetime,
      [customFetch]: async (url) => {
        const { status, data } = await this.outbound.json(url)
        return Response.json(data, { status })
      },
    })
    return this.#keys
  }
}

/** A token that names several clients, or one that was authorized, is for us only when it says so. */
const isFor = ({ aud, azp }: JWTPayload, clientId: string) =>
  azp === undefined ? !Array.isArray(aud) || aud.length === 1 : azp === clientId

function unproven(cause: unknown): never {
  throw cause instanceof errors.JOSEError ? new UnprovenIdentityException({ cause }) : cause
}

/** Providers that are asked in one way, so that what one of them says is fetched once. */
export class Issuers {
  #known = new Map<string, Issuer>()

  constructor(readonly outbound: GuardedFetch) {}

  at(url: string) {
    const known = this.#known.get(url)
    if (known) return known
    if (this.#known.size >= maxKnown) this.#known.clear()
    const issuer = new Issuer(url, this.outbound)
    this.#known.set(url, issuer)
    return issuer
  }
}
