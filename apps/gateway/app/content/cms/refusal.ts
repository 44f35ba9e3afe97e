import { isDirectusError } from '@directus/sdk'
import { StaleDraftException } from '#content/exceptions/entry_exceptions'
import { FieldException } from '#core/exceptions/field_exception'
import { NotFoundException } from '#core/exceptions/not_found_exception'
import type { FieldKey } from '#core/language'

const keys: Record<string, FieldKey> = {
  FAILED_VALIDATION: 'invalid',
  INVALID_FOREIGN_KEY: 'missing',
  NOT_NULL_VIOLATION: 'required',
  RECORD_NOT_UNIQUE: 'taken',
  VALUE_TOO_LONG: 'too_long',
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

  const key = keys[code]
  // Of fields that are taken together the first is the one to change: an address, before its language.
  if (key) throw new FieldException(String(field).split(',')[0]!, key)
  throw error
}
