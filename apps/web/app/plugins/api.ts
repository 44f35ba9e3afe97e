import { appendResponseHeader, getRequestHeaders } from 'h3'

export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly requestId?: string,
    readonly details?: Record<string, string>,
  ) {
    super(message)
  }
}

const traced = ['x-request-id', 'x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host', 'user-agent']
const personal = ['cookie', 'accept-language']

export default defineNuxtPlugin({
  name: 'api',
  setup() {
    const event = useRequestEvent()
    const origin = import.meta.server ? useRuntimeConfig().gatewayUrl : ''

    const forwarded = () => {
      if (!event) return {}
      const headers = getRequestHeaders(event)
      const names = event.context.private ? [...traced, ...personal] : traced
      return Object.fromEntries(names.flatMap((name) => (headers[name] ? [[name, headers[name]]] : [])))
    }

    async function request<T>(method: string, path: string, body?: unknown): Promise<T> {
      const response = await fetch(origin + path, {
        method,
        headers: {
          accept: 'application/json',
          ...forwarded(),
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        body: body ? JSON.stringify(body) : undefined,
        signal: AbortSignal.timeout(10_000),
      })
      if (event?.context.private)
        for (const cookie of response.headers.getSetCookie())
          appendResponseHeader(event, 'set-cookie', cookie)
      const answer = await response.json()
      if (!answer.success)
        throw new ApiError(response.status, answer.code, answer.error, answer.requestId, answer.details)
      return answer.data
    }

    return { provide: { api: { get: <T>(path: string) => request<T>('GET', path) } } }
  },
})
