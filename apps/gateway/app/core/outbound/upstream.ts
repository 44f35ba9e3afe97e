import type { Readable } from 'node:stream'
import { Agent, type Dispatcher, fetch, request, type RequestInit } from 'undici'
import { ServiceUnavailableException } from '#core/exceptions/service_unavailable_exception'
import { CircuitBreaker } from '#core/outbound/circuit_breaker'

interface Limits {
  /** For the whole exchange, from connecting to the last byte, in milliseconds. */
  timeout: number
  /** The largest answer that is read, in bytes. */
  maxBytes: number
  breaker?: CircuitBreaker
}

interface Forwarded {
  method: Dispatcher.HttpMethod
  headers: Record<string, string>
  body: Readable | null
  /** Aborted when the client leaves. */
  signal: AbortSignal
}

const isJson = /^application\/(?:[\w.-]+\+)?json\b/

/**
 * A service that we call over HTTP. Every way in which it can be gone, a refused connection, a missed deadline, an
 * answer of 5xx, one that is too large or not JSON, becomes a `ServiceUnavailableException`; what it answers
 * otherwise, refusals included, is the caller's to read. A repeated failure is not asked again for a while.
 */
export class Upstream {
  #agent: Agent
  #breaker: CircuitBreaker

  constructor(
    private service: 'cms' | 'billing',
    private limits: Limits,
  ) {
    this.#breaker = limits.breaker ?? new CircuitBreaker()
    this.#agent = new Agent({
      connect: { timeout: 2_000 },
      headersTimeout: limits.timeout,
      bodyTimeout: limits.timeout,
      maxResponseSize: limits.maxBytes,
      connections: 64,
    })
  }

  /** A `fetch` for client libraries. The answer's body has arrived when it resolves. */
  fetch = (input: string | URL, init: RequestInit = {}, timeout = this.limits.timeout): Promise<Response> =>
    this.#guard(async () => {
      const answer = await fetch(input, {
        ...init,
        dispatcher: this.#agent,
        redirect: 'error',
        signal: AbortSignal.timeout(timeout),
      })
      const body = await answer.arrayBuffer()
      const type = answer.headers.get('content-type') ?? ''
      if (answer.status >= 500) throw new Error(`${input} answered ${answer.status}.`)
      if (body.byteLength > 0 && !isJson.test(type)) throw new Error(`${input} answered with "${type}".`)
      return new Response(body.byteLength > 0 ? body : null, {
        status: answer.status,
        headers: { 'content-type': type, date: answer.headers.get('date') ?? '' },
      })
    })

  /** A GET whose body is left to be streamed. */
  stream = (url: URL, headers: Record<string, string>): Promise<Dispatcher.ResponseData> =>
    this.#guard(async () => {
      const signal = AbortSignal.timeout(this.limits.timeout)
      const answer = await request(url, { headers, dispatcher: this.#agent, signal })
      if (answer.statusCode < 500) return answer
      answer.body.destroy()
      throw new Error(`${url} answered ${answer.statusCode}.`)
    })

  /**
   * Passes a request on, both bodies streamed. Whatever is answered, errors too, is the caller's to pass back; null when
   * the client left before there was an answer, which says nothing about the service.
   */
  forward = (url: URL, options: Forwarded): Promise<Dispatcher.ResponseData | null> =>
    this.#guard(async () => {
      try {
        return await request(url, { ...options, dispatcher: this.#agent })
      } catch (error) {
        if (options.signal.aborted) return null
        throw error
      }
    })

  async #guard<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await this.#breaker.run(call)
    } catch (cause) {
      throw new ServiceUnavailableException(this.service, { cause })
    }
  }
}
