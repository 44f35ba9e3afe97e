import { isDirectusError } from '@directus/sdk'
import { errors } from '@vinejs/vine'
import { NotFoundException } from '#core/exceptions/not_found_exception'

const sentences: Record<string, string> = {
  FAILED_VALIDATION: 'This is not valid.',
  INVALID_FOREIGN_KEY: 'This does not exist.',
  NOT_NULL_VIOLATION: 'Please fill in this field.',
  RECORD_NOT_UNIQUE: 'This is already taken.',
  VALUE_TOO_LONG: 'This is too long.',
}

/** Turns what Directus refuses into an answer for the person who wrote: a message beside a field, or 404. */
export function explainRefusal(error: unknown): never {
  if (!isDirectusError(error)) throw error
  const { code = '', field } = error.errors[0]?.extensions ?? { code: '' }
  if (code === 'FORBIDDEN') throw new NotFoundException()

  const message = sentences[code]
  if (message) throw new errors.E_VALIDATION_ERROR([{ field: String(field), message, rule: code }])
  throw error
}
