import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { generateKeyPair, importJWK, type JWTPayload, SignJWT } from 'jose'

export interface Person {
  sub: string
  email?: string
  email_verified?: boolean | string
  name?: string
  [claim: string]: unknown
}

interface Grant {
  realm: string
  person: Person
  request: URLSearchParams
}

/** What a provider would do wrong, or an attacker make of it. */
export interface Fault {
  /** Takes the place of claims of the id token, or removes them. */
  claims?: Record<string, unknown>
  /** Takes the place of what discovery says. */
  metadata?: Record<string, unknown>
  /** Signs with a key that is not published. */
  foreignKey?: boolean
  /** Signs with a secret that both sides know. */
  hmac?: string
  /** Gives no token at all. */
  refuses?: boolean
}

/** What every client of this provider is known by. */
export const client = { id: 'gantry', secret: 'only-for-tests' }

/** The same each time, because those who ask keep the public half. */
const published = {
  kty: 'EC',
  crv: 'P-256',
  x: 'lhaQOs7NhVffkuQlk76f9y-gLVW-UkmNHU-pmZIIqCw',
  y: 'KoXiATCzH9fY-yogbLWh-woXf74O5fa7KPGOI-EJ_ks',
  kid: 'own',
  alg: 'ES256',
  use: 'sig',
}
const own = { ...published, d: 'zBxSEoHQkrSJOsFSB9-UnKVJgNWeI-OgtFoqUnqGejw' }

const escape = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)

/**
 * Other people's identity providers, small enough to read: each first part of a path is one of its own, `/google` and any
 * other name speak OpenID Connect, `/github` what GitHub speaks. Who may sign in is on its page, or told to `approve`.
 */
export class IdentityProvider {
  readonly origin: string
  /** Whom the page offers. */
  people: Person[] = []
  fault: Fault = {}
  #grants = new Map<string, Grant>()
  #server = createServer((request, response) => void this.#answer(request, response))

  constructor(origin: string) {
    this.origin = origin
  }

  async start() {
    const { hostname, port } = new URL(this.origin)
    await once(this.#server.listen(Number(port), hostname), 'listening')
    return this
  }

  stop() {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  /** The address to which the provider sends a person back who has agreed to what `location` asks. */
  approve(location: string, person: Person) {
    const { pathname, searchParams: request } = new URL(location)
    const code = randomUUID()
    this.#grants.set(code, { realm: realmOf(pathname), person, request })
    return this.#back(request, { code })
  }

  deny(location: string) {
    return this.#back(new URL(location).searchParams, { error: 'access_denied' })
  }

  #back(request: URLSearchParams, parameters: Record<string, string>) {
    const back = new URL(request.get('redirect_uri') ?? '')
    const state = request.get('state')
    for (const [name, value] of Object.entries({ ...parameters, ...(state && { state }) }))
      back.searchParams.set(name, value)
    return back.href
  }

  async #answer(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', this.origin)
    const chunks = await Array.fromAsync(request as AsyncIterable<Buffer>)
    const body = new URLSearchParams(Buffer.concat(chunks).toString())
    const send = (status: number, data: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(data))

    if (/\/authorize$/.test(url.pathname)) return this.#page(url, response)
    if (url.pathname.endsWith('/.well-known/openid-configuration'))
      return send(200, this.#metadata(realmOf(url.pathname)))
    if (url.pathname.endsWith('/jwks')) return send(200, { keys: [published] })
    if (/\/(token|access_token)$/.test(url.pathname)) {
      const token = await this.#token(realmOf(url.pathname), body, request.headers.authorization)
      return token ? send(200, token) : send(400, { error: 'invalid_grant', error_description: 'a secret' })
    }
    const grant = this.#grants.get(
      /^(?:Bearer|token) (.*)$/.exec(request.headers.authorization ?? '')?.[1] ?? '',
    )
    if (!grant) return send(401, { error: 'invalid_token' })
    if (url.pathname.endsWith('/user/emails')) return send(200, emailsOf(grant.person))
    if (url.pathname.endsWith('/user'))
      return send(200, {
        id: Number(grant.person.sub),
        login: 'octocat',
        name: grant.person.name,
        email: null,
      })
    return send(200, grant.person)
  }

  #metadata(realm: string) {
    const issuer = `${this.origin}/${realm}`
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/userinfo`,
      jwks_uri: `${issuer}/jwks`,
      token_endpoint_auth_methods_supported: ['client_secret_basic'],
      ...this.fault.metadata,
    }
  }

  /** One link for each person, as a consent page would have it. */
  #page(url: URL, response: ServerResponse) {
    const links = this.people.map(
      (person) =>
        `<li><a href="${escape(this.approve(url.href, person))}">Continue as ${escape(person.name ?? person.sub)}</a></li>`,
    )
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(
        `<!doctype html><html lang="en"><title>Provider</title><link rel="icon" href="data:,"><main><h1>Who are you?</h1><ul>${links.join('')}<li><a href="${escape(this.deny(url.href))}">Cancel</a></li></ul></main></html>`,
      )
  }

  /** Gives a token once for each code, to the client that asked for it and proves that it did. */
  async #token(realm: string, body: URLSearchParams, authorization?: string) {
    const code = body.get('code') ?? ''
    const grant = this.#grants.get(code)
    this.#grants.delete(code)
    const basic = Buffer.from(authorization?.slice('Basic '.length) ?? '', 'base64').toString()
    const known = [basic, `${body.get('client_id')}:${body.get('client_secret')}`]
    const challenge = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url')

    if (!grant || this.fault.refuses || grant.realm !== realm) return null
    if (!known.includes(`${client.id}:${client.secret}`)) return null
    if (grant.request.get('redirect_uri') !== body.get('redirect_uri')) return null
    if (grant.request.get('code_challenge') !== challenge) return null

    const token = randomUUID()
    this.#grants.set(token, grant)
    const id_token = realm === 'github' ? undefined : await this.#idToken(grant)
    return { access_token: token, token_type: 'Bearer', expires_in: 300, id_token }
  }

  async #idToken({ realm, person, request }: Grant) {
    const claims: JWTPayload = {
      iss: `${this.origin}/${realm}`,
      aud: request.get('client_id') ?? undefined,
      nonce: request.get('nonce'),
      iat: Math.floor(Date.now() / 1000),
      exp: Math.floor(Date.now() / 1000) + 300,
      ...person,
      ...this.fault.claims,
    }
    const { hmac, foreignKey } = this.fault
    if (hmac) return new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from(hmac))
    const key = foreignKey ? (await generateKeyPair('ES256')).privateKey : await importJWK(own)
    return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'own' }).sign(key)
  }
}

const realmOf = (path: string) => path.split('/')[1] ?? ''

const emailsOf = ({ email, email_verified }: Person) => [
  { email: 'spare@example.test', primary: false, verified: true },
  ...(email ? [{ email, primary: true, verified: email_verified === true }] : []),
]
