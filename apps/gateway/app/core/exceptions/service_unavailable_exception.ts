import { Refusal } from '#core/exceptions/refusal'

type Service = 'database' | 'redis' | 'cms' | 'provider' | 'storage' | 'billing'

/** Something the gateway depends on is gone or hangs: 503 with `Retry-After`, safe to try again. */
export class ServiceUnavailableException extends Refusal {
  readonly retryAfter = 5

  constructor(
    readonly service: Service,
    options?: { cause?: unknown },
  ) {
    super({ status: 503, code: `E_${service.toUpperCase()}_UNAVAILABLE`, cause: options?.cause })
  }
}
