import env from '#start/env'

const home = `http://${env.get('HOST')}:${env.get('PORT')}`

/** A person's browser, as far as the gateway sees it: it keeps cookies, and goes where it is told to one step at a time. */
export class Browser {
  #cookies = new Map<string, string>()
  #origin = home

  /** From now on speaks with the gateway that listens there. */
  at(origin: string) {
    this.#origin = origin
    return this
  }

  /** @param address a path of ours, or an address of the site that leads to the same path */
  async visit(address: string, headers: Record<string, string> = {}) {
    return this.#ask(address, { headers })
  }

  async send(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body: object = {}) {
    await this.visit('/api/auth/csrf')
    return this.#ask(path, {
      method,
      headers: {
        'content-type': 'application/json',
        'x-xsrf-token': decodeURIComponent(this.#cookies.get('XSRF-TOKEN') ?? ''),
      },
      body: JSON.stringify(body),
    })
  }

  /** What another site could have it send: any body, the cookies, and no token. Gives back the code of the refusal. */
  async forge(method: 'POST' | 'PATCH', path: string, type: string, body: string) {
    const answer = await this.#ask(path, { method, headers: { 'content-type': type }, body })
    return answer.body.code
  }

  signIn(email: string, password = 'gantry-demo-2026') {
    return this.send('POST', '/api/auth/login', { email, password })
  }

  /** Who the API says is sitting here. */
  async me(): Promise<{ email: string; emailVerifiedAt: string | null } | null> {
    const { body } = await this.visit('/api/auth/me')
    return (body as { data?: { email: string; emailVerifiedAt: string | null } }).data ?? null
  }

  put(cookie: string, value: string) {
    this.#cookies.set(cookie, value)
  }

  forget(cookie: string) {
    this.#cookies.delete(cookie)
  }

  /** What it would send, for what is no request of its own. */
  get cookies() {
    return [...this.#cookies].map((pair) => pair.join('=')).join('; ')
  }

  /** The id of its session, out of the signed cookie. */
  get sessionId() {
    const [, signed = ''] = decodeURIComponent(this.#cookies.get('gantry_session') ?? '').split(':')
    const { message } = JSON.parse(Buffer.from(signed.split('.')[0]!, 'base64url').toString()) as {
      message: string
    }
    return message
  }

  /** As if this browser held what another one was given. */
  take(cookie: string, from: Browser) {
    this.#cookies.set(cookie, from.#cookies.get(cookie) ?? '')
  }

  async #ask(address: string, { headers = {}, ...init }: RequestInit & { headers?: Record<string, string> }) {
    const { pathname, search } = new URL(address, this.#origin)
    const cookie = this.cookies
    const answer = await fetch(`${this.#origin}${pathname}${search}`, {
      ...init,
      redirect: 'manual',
      headers: { ...headers, ...(cookie && { cookie }) },
    })
    for (const line of answer.headers.getSetCookie()) this.#keep(line)
    const isJson = answer.headers.get('content-type')?.startsWith('application/json')
    return {
      status: answer.status,
      location: answer.headers.get('location') ?? '',
      body: isJson ? ((await answer.json()) as { data?: unknown; code?: string }) : {},
    }
  }

  #keep(line: string) {
    const [pair = ''] = line.split(';')
    const [name = '', ...value] = pair.split('=')
    if (/;\s*max-age=0\b/i.test(line)) this.#cookies.delete(name)
    else this.#cookies.set(name, value.join('='))
  }
}
