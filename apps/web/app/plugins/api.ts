import { appendResponseHeader, getRequestHeaders } from 'h3'
import { createClient } from '@gantry/api-contract'

const traced = ['x-request-id', 'x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host', 'user-agent']
const safe = ['GET', 'HEAD']

/** The one client of the API. On the server only a private page speaks with the visitor's cookies. */
export default defineNuxtPlugin({
  name: 'api',
  setup() {
    const event = useRequestEvent()

    const forwarded = () => {
      if (!event) return {}
      const headers = getRequestHeaders(event)
      const names = event.context.private ? [...traced, 'cookie'] : traced
      return Object.fromEntries(names.flatMap((name) => (headers[name] ? [[name, headers[name]]] : [])))
    }
    const { $i18n } = useNuxtApp()
    const headers = () => ({ ...forwarded(), 'accept-language': $i18n.locale.value })

    const passCookiesOn = (response: Response) => {
      if (!event?.context.private) return
      for (const cookie of response.headers.getSetCookie()) appendResponseHeader(event, 'set-cookie', cookie)
    }

    const api = createClient({
      baseUrl: import.meta.server ? useRuntimeConfig().gatewayUrl : '',
      fetch: import.meta.server ? onServer : inBrowser,
      headers,
      onResponse: passCookiesOn,
    })
    return { provide: { api } }
  },
})

const onServer: typeof fetch = async (input, init) => {
  const deadline = new AbortController()
  const timer = setTimeout(() => deadline.abort(), 10_000)
  try {
    return await fetch(input, { ...init, signal: deadline.signal })
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Unsafe requests carry the CSRF token; one that has expired is fetched anew, once. What needs a recent confirmation is
 * repeated after the person has given it.
 */
const inBrowser: typeof fetch = async (input, init) => {
  if (safe.includes(init?.method ?? 'GET')) return fetch(input, init)
  const response = await fetch(input, await withToken(init))
  const code = await refusal(response)
  if (code === 'E_BAD_CSRF_TOKEN') return fetch(input, await withToken(init, true))
  if (code !== 'E_CONFIRMATION_REQUIRED' || !(await useConfirmation().ask())) return response
  return fetch(input, await withToken(init))
}

async function refusal(response: Response) {
  if (response.status !== 403) return
  const { code } = await response.clone().json()
  return code as string
}

async function withToken(init?: RequestInit, renew = false) {
  const token = await csrfToken(renew)
  const headers = new Headers(init?.headers)
  if (token) headers.set('x-xsrf-token', token)
  return { ...init, headers }
}
