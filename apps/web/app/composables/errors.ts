import { ApiError } from '@gantry/api-contract'

/** What the API says about each field of a refused form. */
export const fieldErrors = (error: unknown): Record<string, string> =>
  error instanceof ApiError ? error.details : {}

/** The sentence for people: the API's own, or that it could not be asked. */
export function errorSentence(error: Error) {
  if (error instanceof PasskeyError) return error.message
  if (!(error instanceof ApiError)) return t('shared.errors.unreachable')
  const { status, message, retryAfter = 0 } = error
  return status === 429 && retryAfter > 60
    ? t('shared.errors.tooOften', { count: Math.ceil(retryAfter / 60) })
    : message
}
