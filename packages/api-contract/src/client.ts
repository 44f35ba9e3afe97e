import { type Routes, routes } from './index.ts'

type Name = keyof Routes
type Input<N extends Name> = Omit<Routes[N], 'method' | 'path' | 'data'>

/** Only what the route asks for; nothing at all where it asks for nothing. */
type Asked<T> = { [K in keyof T as object extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as object extends T[K] ? (keyof T[K] extends never ? never : K) : never]?: T[K]
}
type Arguments<N extends Name> =
  object extends Asked<Input<N>>
    ? [input?: Asked<Input<N>>, options?: CallOptions]
    : [input: Asked<Input<N>>, options?: CallOptions]

export interface CallOptions {
  /** Under the same one a request is carried out once, however often it is sent. */
  idempotencyKey?: string
}

export interface Answer<T> {
  data: T
  message?: string
  total?: number
  meta?: Record<string, string | number | boolean | string[] | null>
}

/** A refusal or a failure, as the API words it. `details` maps fields to messages on 422. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly details: Record<string, string>
  readonly requestId: string | undefined
  /** Seconds to wait before the next try, on 429 and 503. */
  readonly retryAfter: number | undefined

  constructor(
    response: Response,
    body: { error?: string; code?: string; details?: Record<string, string>; requestId?: string },
  ) {
    super(body.error ?? 'The server did not answer as expected.')
    this.name = 'ApiError'
    this.status = response.status
    this.code = body.code ?? 'E_UNEXPECTED_ANSWER'
    this.details = body.details ?? {}
    this.requestId = body.requestId ?? response.headers.get('x-request-id') ?? undefined
    const seconds = Number(response.headers.get('retry-after'))
    this.retryAfter = seconds > 0 ? seconds : undefined
  }
}

export interface ClientOptions {
  /** Where the API lives, without `/api`; empty for the page's own origin. */
  baseUrl?: string
  fetch?: typeof fetch
  /** Asked before each request, for cookies to pass on or a CSRF token to send back. */
  headers?: () => Record<string, string> | Promise<Record<string, string>>
  onResponse?: (response: Response) => void
}

/**
 * A typed client of every route:
 * `const { data } = await createClient()('billing.plans.index')`.
 *
 * @throws ApiError for every answer that is not a success
 */
export function createClient({
  baseUrl = '',
  fetch = globalThis.fetch,
  headers,
  onResponse,
}: ClientOptions = {}) {
  return async function api<N extends Name>(
    name: N,
    ...[input, options]: Arguments<N>
  ): Promise<Answer<Routes[N]['data']>> {
    const { params, query, body } = (input ?? {}) as { params?: Values; query?: Values; body?: unknown }
    const [method, path] = routes[name]

    const response = await fetch(baseUrl + fill(path, params) + search(query), {
      method,
      headers: {
        accept: 'application/json',
        ...(isJson(body) && { 'content-type': 'application/json' }),
        ...(options?.idempotencyKey && { 'idempotency-key': options.idempotencyKey }),
        ...(await headers?.()),
      },
      ...(body !== undefined && { body: isJson(body) ? JSON.stringify(body) : formOf(body) }),
    })
    onResponse?.(response)

    if (response.status === 204) return { data: null } as Answer<Routes[N]['data']>
    const answer = await response.json().catch(() => ({}))
    if (!response.ok || answer.success === false) throw new ApiError(response, answer)
    return answer
  }
}

type Values = Record<string, unknown>

/** A body with a file in it goes as a form, every other one as JSON. */
const isJson = (body: unknown) =>
  body !== undefined && !Object.values(body as Values).some((value) => value instanceof Blob)

function formOf(body: unknown) {
  const form = new FormData()
  for (const [name, value] of Object.entries(body as Values)) {
    form.append(name, value instanceof Blob ? value : String(value))
  }
  return form
}

const fill = (path: string, params: Values = {}) =>
  path
    .replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
    .replace('*', () => String(params.path).split('/').map(encodeURIComponent).join('/'))

function search(query: Values = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null)
  return given.length > 0
    ? `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`
    : ''
}
