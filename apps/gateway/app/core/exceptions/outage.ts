import { ServiceUnavailableException } from '#core/exceptions/service_unavailable_exception'

/** https://www.postgresql.org/docs/15/errcodes-appendix.html: connection, resources, shutdown, timeouts. */
const postgresOutage = /^(08...|53...|57P0[1-5]|57014|55P03|25P03)$/
const socketCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'EAI_AGAIN',
])

const postgresMessages =
  /Timeout acquiring a connection|Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client has encountered a connection error/
const redisMessages =
  /Command timed out|Connection is closed|Stream isn't writeable|Redis connection is not ready|max retries per request|^(LOADING|READONLY|MASTERDOWN|OOM|NOAUTH|WRONGPASS|MISCONF)\b/

/**
 * Recognises the errors of `pg`, knex and ioredis that mean "gone" rather than "wrong". Clients of other services
 * raise `ServiceUnavailableException` themselves, so a bare socket error here is Postgres'.
 */
export function toOutage(error: unknown) {
  if (!(error instanceof Error) || error instanceof ServiceUnavailableException) return error
  const { code } = error as Error & { code?: string }
  if (redisMessages.test(error.message)) return new ServiceUnavailableException('redis', { cause: error })
  if (code && (socketCodes.has(code) || postgresOutage.test(code))) {
    return new ServiceUnavailableException('database', { cause: error })
  }
  if (postgresMessages.test(error.message))
    return new ServiceUnavailableException('database', { cause: error })
  return error
}
