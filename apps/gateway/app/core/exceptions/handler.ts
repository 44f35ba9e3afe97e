import app from '@adonisjs/core/services/app'
import { ExceptionHandler } from '@adonisjs/core/http'
import type { HttpContext } from '@adonisjs/core/http'
import type { HttpError } from '@adonisjs/core/types/http'
import { isWritten, t } from '#core/language'
import { toOutage } from '#core/exceptions/outage'
import { Refusal } from '#core/exceptions/refusal'
import { ServiceUnavailableException } from '#core/exceptions/service_unavailable_exception'

interface FieldError {
  field: string
  message: string
}

const codesByStatus: Record<number, string> = { 400: 'E_BAD_REQUEST', 413: 'E_REQUEST_ENTITY_TOO_LARGE' }

/** In our words, whoever throws it; what we have none for speaks for itself. */
function sentenceOf(error: Partial<HttpError>, code: string) {
  if (error instanceof Refusal) return error.sentence
  const key = `errors.${code}`
  if (isWritten(key)) return t(key)
  return error.code ? error.message : t('errors.E_BAD_REQUEST')
}

/** Turns whatever was thrown into the one error envelope. What we did not foresee is never shown, only logged. */
export default class HttpExceptionHandler extends ExceptionHandler {
  protected override ignoreStatuses = [400, 401, 403, 404, 413, 422, 429]

  override async handle(thrown: unknown, ctx: HttpContext) {
    const error = this.#expected(thrown)
    const { response } = ctx

    if (error.retryAfter !== undefined) response.header('Retry-After', error.retryAfter)
    for (const [name, value] of Object.entries(error.headers)) response.header(name, value)

    response.status(error.status).send({
      success: false,
      error: error.message,
      code: error.code,
      ...(error.details && { details: error.details }),
      requestId: ctx.request.id(),
    })
  }

  override async report(thrown: unknown, ctx: HttpContext) {
    return super.report(toOutage(thrown), ctx)
  }

  #expected(thrown: unknown) {
    const error = toOutage(thrown) as Partial<HttpError> & {
      details?: Record<string, string>
      getDefaultHeaders?: () => Record<string, string | number>
    }
    const status = error.code === 'E_ROW_NOT_FOUND' ? 404 : (error.status ?? 500)
    const isOurs = status < 500 || error instanceof ServiceUnavailableException

    const code = isOurs ? (error.code ?? codesByStatus[status] ?? 'E_REQUEST_FAILED') : 'E_INTERNAL'
    const message = isOurs ? sentenceOf(error, code) : t('errors.E_INTERNAL')

    return {
      status: isOurs ? status : 500,
      code,
      message,
      details: code === 'E_VALIDATION_ERROR' ? this.#details(error.messages) : error.details,
      retryAfter: error instanceof ServiceUnavailableException ? error.retryAfter : undefined,
      headers: error.getDefaultHeaders?.() ?? {},
    }
  }

  #details(messages: FieldError[]) {
    return Object.fromEntries(messages.map(({ field, message }) => [field, message]))
  }

  protected override isDebuggingEnabled() {
    return app.inDev
  }
}
