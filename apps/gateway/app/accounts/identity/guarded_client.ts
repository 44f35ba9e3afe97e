import { ApiRequest } from '@adonisjs/ally'
import { UnprovenIdentityException } from '#accounts/exceptions/identity_exceptions'
import { unavailable } from '#accounts/identity/unavailable'
import type { GuardedFetch } from '#core/outbound/guarded_fetch'

/** What ally's drivers speak with: its own client would wait for ever, follow redirects and read whatever comes. */
export class GuardedClient extends ApiRequest {
  constructor(
    private url: string,
    private outbound: GuardedFetch,
  ) {
    super(url)
  }

  override get() {
    return this.#ask('GET')
  }

  override post() {
    return this.#ask('POST', new URLSearchParams(this.getFields()))
  }

  async #ask(method: 'GET' | 'POST', body?: URLSearchParams) {
    const answer = this.outbound.json(this.url, { method, body, headers: this.getHeaders() })
    const { status, data } = await answer.catch(unavailable)
    if (status >= 400) throw new UnprovenIdentityException()
    return data
  }
}
