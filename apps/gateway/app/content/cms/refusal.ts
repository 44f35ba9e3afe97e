import { isDirectusError } from '@directus/sdk'
import { errors } from '@vinejs/vine'
import { StaleDraftException } from '#content/exceptions/entry_exceptions'
import { NotFoundException } from '#core/exceptions/not_found_exception'

const sentences: Record<string, string> = {
  FAILED_VALIDATION: 'This is not valid.',
  INVALID_FOREIGN_KEY: 'This does not exist.',
  NOT_NULL_VIOLATION: 'Please fill in this field.',
  RECORD_NOT_UNIQUE: 'This is already taken.',
  VALUE_TOO_LONG: 'This is too long.',
}

/** Two began a draft of the same entry at once; Directus has no code of its own for it. */
const isVersionTaken = /^Version ".+" already exists/

/** Turns what Directus refuses into an answer for the person who wrote: a message beside a field, 404 or 409. */
export function explainRefusal(error: unknown): never {
  if (!isDirectusError(error)) throw error
  const { code = '', field, reason } = error.errors[0]?.extensions ?? { code: '' }
  if (code === 'FORBIDDEN') throw new NotFoundException()
  const isTaken = code === 'UNPROCESSABLE_CONTENT' && isVersionTaken.test(String(reason))
  if (isTaken || code === 'VERSION_HASH_MISMATCH') throw new StaleDraftException()

  const message = sentences[code]
  if (message) throw new errors.E_VALIDATION_ERROR([{ field: String(field), message, rule: code }])
  throw error
}
