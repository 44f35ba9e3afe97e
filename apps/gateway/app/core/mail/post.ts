import mail from '@adonisjs/mail/services/main'
import { UnrecoverableError } from 'bullmq'
import { type Language, languages } from '#config/i18n'
import { speak } from '#core/language'
import type { ProductMail } from '#core/mail/product_mail'

/** Answers of a provider's API that are about this mail: it will be no better tomorrow. */
const refusals = new Set([400, 413, 422])

interface Failure extends Error {
  code?: string
  responseCode?: number
  cause?: { response?: { status?: number } }
}

/**
 * Sends a mail in the language of its reader, from a job. A server that is away, busy or greylisting is an error like any
 * other, so the job is tried again; credentials it refuses are too, because an operator mends them.
 *
 * @throws UnrecoverableError when the mail itself was refused: SMTP 5xx, or the like of it from an API
 */
export async function post(letter: ProductMail, language: Language = languages[0]) {
  try {
    await speak(language, () => mail.send(letter))
  } catch (error) {
    throw isRefusal(error as Failure) ? new UnrecoverableError(reasonOf(error as Failure)) : error
  }
}

function isRefusal({ code, responseCode = 0, cause }: Failure) {
  if (code === 'EAUTH') return false
  return responseCode >= 500 || refusals.has(cause?.response?.status ?? 0)
}

const reasonOf = ({ message, cause }: Failure) =>
  cause?.response ? `${message}: ${cause.response.status}` : message
