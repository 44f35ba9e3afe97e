/** Directus over HTTP as one user. Paths and ids come from this package, never from people. */
export interface Client {
  get<T>(path: string): Promise<T>
  post<T>(path: string, body: unknown): Promise<T>
  patch<T>(path: string, body: unknown): Promise<T>
  delete(path: string, body?: unknown): Promise<void>
}

export class DirectusRefusal extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

export function connect(url: string, token: string): Client {
  async function send<T>(method: string, path: string, body?: unknown): Promise<T> {
    const form = body instanceof FormData
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
      },
      body: form ? body : body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(60_000),
    })
    const text = await response.text()
    if (!response.ok)
      throw new DirectusRefusal(
        response.status,
        `${method} ${path}: ${response.status} ${text.slice(0, 2_000)}`,
      )
    return text === '' ? (undefined as T) : (JSON.parse(text) as { data: T }).data
  }
  return {
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, body),
    patch: (path, body) => send('PATCH', path, body),
    delete: (path, body) => send('DELETE', path, body),
  }
}
