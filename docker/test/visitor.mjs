/** Somebody with cookies and without a browser. */
export class Visitor {
  #cookies = new Map()

  /** @param {string} site */
  constructor(site) {
    this.site = site
  }

  /** @param {{method?: string, body?: object, form?: FormData}} [options] */
  async ask(path, { method = 'GET', body, form } = {}) {
    const response = await fetch(new URL(path, this.site), {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(30_000),
      headers: {
        ...(body && { 'content-type': 'application/json' }),
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'x-xsrf-token': decodeURIComponent(this.#cookies.get('XSRF-TOKEN') ?? ''),
      },
      body: form ?? (body && JSON.stringify(body)),
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)
      this.#cookies.set(name, value)
    }
    return response
  }

  /** As one of the demo's people. */
  async signIn(email) {
    await this.ask('/api/auth/csrf')
    const response = await this.ask('/api/auth/login', {
      method: 'POST',
      body: { email, password: 'gantry-demo-2026' },
    })
    if (response.status !== 200) throw new Error(`${email} cannot sign in: ${await response.text()}`)
  }
}
