import { ApiError } from '@gantry/api-contract'

/** What the API says about each field of a refused form. */
export const fieldErrors = (error: unknown): Record<string, string> =>
  error instanceof ApiError ? error.details : {}

/** How a field of a form says that it was refused; what has no such attribute of its own names its message. */
const refusedFields = '[aria-invalid="true"], [data-refused]'

function messageAt(field: HTMLElement) {
  const ids = (field.getAttribute('aria-describedby') ?? '').split(' ')
  return ids.map((id) => document.getElementById(id)?.textContent?.trim())
}

/**
 * Leads to the first field around `place` that was refused.
 * @returns what no field says: that is for the form to say
 */
export function answerRefusal(place: Element | null | undefined, error: Error) {
  const form = place?.closest('form, [role=dialog]')
  const fields = [...(form?.querySelectorAll<HTMLElement>(refusedFields) ?? [])]
  const [first] = fields
  first?.closest('details')?.setAttribute('open', '')
  first?.focus()
  const said = new Set(fields.flatMap(messageAt))
  const messages = Object.values(fieldErrors(error))
  if (!messages.length) return errorSentence(error)
  return messages.filter((message) => !said.has(message)).join(' ')
}

/** The sentence for people: the API's own, or that it could not be asked. */
export function errorSentence(error: Error) {
  if (error instanceof PasskeyError) return error.message
  if (!(error instanceof ApiError)) return t('shared.errors.unreachable')
  const { status, message, retryAfter = 0 } = error
  return status === 429 && retryAfter > 60
    ? t('shared.errors.tooOften', { count: Math.ceil(retryAfter / 60) })
    : message
}
