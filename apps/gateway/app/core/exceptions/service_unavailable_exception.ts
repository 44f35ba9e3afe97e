import { Exception } from '@adonisjs/core/exceptions'

const services = {
  database: { code: 'E_DATABASE_UNAVAILABLE', message: 'The database does not answer at the moment.' },
  redis: { code: 'E_REDIS_UNAVAILABLE', message: 'The session store does not answer at the moment.' },
  cms: { code: 'E_CMS_UNAVAILABLE', message: 'The content system does not answer at the moment.' },
  provider: {
    code: 'E_PROVIDER_UNAVAILABLE',
    message: 'The provider does not answer at the moment.',
  },
  storage: { code: 'E_STORAGE_UNAVAILABLE', message: 'Files cannot be stored or read at the moment.' },
  billing: { code: 'E_BILLING_UNAVAILABLE', message: 'Billing does not answer at the moment.' },
} as const

const sentenceOf = (message: string) => `${message} Please try again in a few seconds.`

export const outages = Object.values(services).map(({ code, message }) => ({
  code,
  message: sentenceOf(message),
}))

/** Something the gateway depends on is gone or hangs: 503 with `Retry-After`, safe to try again. */
export class ServiceUnavailableException extends Exception {
  readonly retryAfter = 5

  constructor(
    readonly service: keyof typeof services,
    options?: { cause?: unknown },
  ) {
    const { code, message } = services[service]
    super(sentenceOf(message), { status: 503, code, cause: options?.cause })
  }
}
