import { AsyncLocalStorage } from 'node:async_hooks'
import { Client, type HttpResponse } from 'lago-javascript-client'
import { observeClock } from '#billing/lago_clock'
import { CircuitBreaker, CircuitOpenException } from '#core/outbound/circuit_breaker'
import { Upstream } from '#core/outbound/upstream'
import { ServiceUnavailableException } from '#core/exceptions/service_unavailable_exception'
import env from '#start/env'

type RefusalBody = { code?: string; error_details?: Record<string, unknown> } | null

const timeout = env.get('LAGO_TIMEOUT_MS')
const upstream = new Upstream('billing', {
  timeout,
  maxBytes: 5 * 1024 * 1024,
  breaker: new CircuitBreaker({ failures: 5, pause: 3_000 }),
})

/** Lago understood a request and will not do it. What nobody foresaw of these is our fault, not the caller's. */
export class LagoRefusal extends Error {
  override name = 'LagoRefusal'

  constructor(
    readonly answered: number,
    readonly body: RefusalBody,
  ) {
    super(`Lago refused with ${answered} ${JSON.stringify(body)}`)
  }

  /** Whether one of the symbolic codes of the answer is this one, wherever it stands. */
  names(code: string) {
    return (
      this.body?.code === code ||
      Object.values(this.body?.error_details ?? {})
        .flat()
        .includes(code)
    )
  }
}

/** When the calls of one act must have ended, all together; a slow Lago may use it up with the first. */
export const deadline = new AsyncLocalStorage<number>()

/** Only reads are tried twice: a connection may have died while it was idle. */
const customFetch = async (url: string | URL | Request, given?: RequestInit) => {
  const init = given as Parameters<Upstream['fetch']>[1]
  const end = Math.min(performance.now() + timeout, deadline.getStore() ?? Infinity)
  const attempt = () => {
    const left = Math.floor(end - performance.now())
    if (left <= 0)
      throw new ServiceUnavailableException('billing', { cause: 'No time left for another call.' })
    return upstream.fetch(String(url), init, left).then((answer) => {
      observeClock(answer.headers.get('date'))
      return answer as unknown as Response
    })
  }
  if (given?.method !== 'GET') return attempt()
  return attempt().catch((error: unknown) => {
    if (performance.now() >= end) throw error
    return attempt()
  })
}

/** The transport; everything else goes through `lago`. */
export const client = Client(env.get('LAGO_API_KEY').release(), {
  baseUrl: `${env.get('LAGO_URL')}/api/v1`,
  customFetch,
})

/** 401 and 403 are our key's fault, 429 the payment provider's: to our caller Lago is as gone as with a 500. */
const outages = [401, 403, 429]
const passing = ['lock_acquisition_failed', 'provider_error', 'third_party_error']

export function raise(error: unknown): never {
  const { status, error: body } = error as HttpResponse<unknown, RefusalBody>
  if (status === undefined || error instanceof ServiceUnavailableException) throw error
  const isOutage = outages.includes(status) || passing.includes(body?.code ?? '')
  throw isOutage ? new ServiceUnavailableException('billing', { cause: body }) : new LagoRefusal(status, body)
}

export async function dataOf<T>(call: Promise<HttpResponse<T>>): Promise<T> {
  const response = await call.catch(raise)
  // The client swallows an answer that is not JSON.
  if (response.data === null) throw new ServiceUnavailableException('billing', { cause: response.error })
  return response.data
}

/** The answer, or null when Lago says there is no such thing. */
export const orNull = <T>(call: Promise<T>) =>
  call.catch((error: unknown) => {
    if (error instanceof LagoRefusal && error.answered === 404) return null
    throw error
  })

/** Without a payment provider there is no page to send people to. */
export const orNoProvider = <T>(call: Promise<T>) =>
  call.catch((error: unknown) => {
    if (error instanceof LagoRefusal && error.names('no_linked_payment_provider')) return null
    throw error
  })

interface Page {
  meta: { next_page?: number | null }
}

export async function everyPage<P extends Page, T>(
  fetchPage: (page: number) => Promise<HttpResponse<P>>,
  rows: (page: P) => T[],
) {
  const all: T[] = []
  for (let page: number | null = 1; page;) {
    const answer: P = await dataOf(fetchPage(page))
    all.push(...rows(answer))
    page = answer.meta.next_page ?? null
  }
  return all
}

/** Ids go into paths unencoded by the client, so what is not ours never reaches it: all of ours are UUIDs. */
export function safe(id: string) {
  if (!/^[\w-]+$/.test(id)) throw new TypeError(`"${id}" is not an id that may stand in a path.`)
  return id
}

/** Whether a failed call surely never reached Lago, so that it may be made again. */
export function neverAsked(error: unknown) {
  if (!(error instanceof ServiceUnavailableException)) return false
  const { cause } = error as { cause?: unknown }
  if (cause instanceof CircuitOpenException || typeof cause === 'string') return true
  return (cause as { cause?: { code?: string } })?.cause?.code === 'ECONNREFUSED'
}
