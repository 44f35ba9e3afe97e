import { BaseTransformer } from '@adonisjs/core/transformers'
import type ApiKey from '#api_keys/models/api_key'
import { iso } from '#core/time'

/** A key as those who manage keys see it. Its secret is shown once, when it is made. */
export default class ApiKeyTransformer extends BaseTransformer<ApiKey> {
  toObject() {
    const { id, name, prefix, scopes, perMinute, creator, calls } = this.resource
    const { createdAt, expiresAt, lastUsedAt } = this.resource
    return {
      id,
      name,
      prefix,
      scopes,
      perMinute,
      createdBy: creator.fullName,
      createdAt: iso(createdAt),
      expiresAt: iso(expiresAt),
      lastUsedAt: iso(lastUsedAt),
      calls: Number(calls),
      state: this.#state(),
    }
  }

  /** Stopped: whoever created it is no member any more, or is disabled. */
  #state() {
    if (this.resource.isOrphan) return 'stopped' as const
    return this.resource.isExpired ? ('expired' as const) : ('active' as const)
  }
}
