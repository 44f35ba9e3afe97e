import { Agent, request, errors } from 'undici'
import { OutboundFailedException } from '#core/exceptions/outbound_exception'
import { CircuitBreaker, CircuitOpenException } from '#core/outbound/circuit_breaker'
import { type Resolve, Target } from '#core/outbound/target'
import env from '#start/env'

interface Question {
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string | URLSearchParams
}

export interface Answer {
  status: number
  /** As much as it is: empty where the caller asked for no particular kind of answer. */
  body: string
}

interface Options {
  /** Hosts that may be private and speak plain http, as `host` or `host:port`. */
  allowedHosts?: Iterable<string>
  resolve?: Resolve
  /** For everything from the look-up of the name to the last byte, in milliseconds. */
  timeout?: number
  /** The largest answer that is read, in bytes. */
  maxBytes?: number
}

const kinds = {
  json: /^application\/(?:[\w.-]+\+)?json\b/i,
  text: /^text\/plain\b/i,
  any: /^/,
}

const maxHosts = 1_000

/**
 * Calls addresses that came from outside: a tenant's identity provider, a webhook. It reaches the public internet over
 * https and nothing else, connects to the very addresses it has judged, follows no redirect, uses no proxy, and has
 * one deadline and one size limit. Whatever goes wrong is an `OutboundRefusedException` or `OutboundFailedException`.
 */
export class GuardedFetch {
  #allowedHosts: ReadonlySet<string>
  #timeout: number
  #maxBytes: number
  #breakers = new Map<string, CircuitBreaker>()

  constructor(private options: Options = {}) {
    this.#allowedHosts = new Set(options.allowedHosts ?? env.get('OUTBOUND_ALLOWED_HOSTS'))
    this.#timeout = options.timeout ?? env.get('OUTBOUND_TIMEOUT_MS')
    this.#maxBytes = options.maxBytes ?? 262_144
  }

  /** For the moment in which somebody enters an address; it is judged again whenever it is called. */
  async vet(address: string) {
    await this.#target(address, AbortSignal.timeout(this.#timeout))
  }

  /** @returns status and data of an answer in JSON, refusals included */
  async json(address: string, question: Question = {}) {
    const { status, body } = await this.fetch(address, question, 'json')
    try {
      return { status, data: JSON.parse(body) as unknown }
    } catch (cause) {
      throw new OutboundFailedException('type', { cause })
    }
  }

  /** @param kind of answer that is read; with `any` its status alone counts, and its body is dropped */
  async fetch(address: string, question: Question, kind: keyof typeof kinds): Promise<Answer> {
    const signal = AbortSignal.timeout(this.#timeout)
    const target = await this.#target(address, signal)
    const exchange = () => this.#exchange(target, question, kind, signal)
    const { status, body } = await this.#breakerOf(target.url.host)
      .run(exchange)
      .catch((error: unknown) => {
        throw failure(error)
      })
    if (status >= 300 && status < 400) throw new OutboundFailedException('redirect')
    if (body === null) throw new OutboundFailedException('type')
    return { status, body }
  }

  async #target(address: string, signal: AbortSignal) {
    const expired = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(new OutboundFailedException('deadline')))
    })
    return Promise.race([Target.of(address, this.#allowedHosts, this.options.resolve), expired])
  }

  /** @returns no body where it is of another kind */
  async #exchange(target: Target, question: Question, kind: keyof typeof kinds, signal: AbortSignal) {
    const { method = 'GET', headers, body } = question
    const agent = this.#agentFor(target)
    try {
      const answer = await request(target.url, {
        method,
        headers: { 'user-agent': 'Gantry', accept: accepts[kind], ...formHeader(body), ...headers },
        body: body?.toString(),
        dispatcher: agent,
        signal,
      })
      const isWanted = kinds[kind].test(String(answer.headers['content-type']))
      const text = kind === 'any' ? '' : isWanted ? await answer.body.text() : null
      return { status: answer.statusCode, body: text }
    } finally {
      await agent.destroy()
    }
  }

  /** One request long: a connection kept for later would outlive the judgement of its address. */
  #agentFor({ addresses }: Target) {
    return new Agent({
      connect: {
        timeout: this.#timeout,
        lookup: (_host, { all }, done) =>
          all ? done(null, addresses) : done(null, addresses[0]?.address ?? '', addresses[0]?.family),
      },
      headersTimeout: this.#timeout,
      bodyTimeout: this.#timeout,
      maxResponseSize: this.#maxBytes,
    })
  }

  #breakerOf(host: string) {
    const known = this.#breakers.get(host)
    if (known) return known
    if (this.#breakers.size >= maxHosts) this.#breakers.clear()
    const breaker = new CircuitBreaker()
    this.#breakers.set(host, breaker)
    return breaker
  }
}

const accepts = { json: 'application/json', text: 'text/plain', any: '*/*' }

const formHeader = (body: Question['body']) =>
  body instanceof URLSearchParams ? { 'content-type': 'application/x-www-form-urlencoded' } : {}

function failure(cause: unknown) {
  if (cause instanceof CircuitOpenException) return new OutboundFailedException('resting', { cause })
  if (cause instanceof errors.ResponseExceededMaxSizeError)
    return new OutboundFailedException('size', { cause })
  const isLate = cause instanceof DOMException && cause.name === 'TimeoutError'
  return new OutboundFailedException(isLate ? 'deadline' : 'connection', { cause })
}

export const outbound = new GuardedFetch()
