import { ApiError } from '@gantry/api-contract'

/** What the API says about each field of a refused form. */
export const fieldErrors = (error: unknown): Record<string, string> =>
  error instanceof ApiError ? error.details : {}

/** The sentence for people: the API's own, or that it could not be asked. */
export function errorSentence(error: Error) {
  if (error instanceof PasskeyError) return error.message
  if (!(error instanceof ApiError)) return 'The server could not be reached. Please try again in a moment.'
  const { status, message, retryAfter = 0 } = error
  return status === 429 && retryAfter > 60
    ? `That was too often. Please try again in ${Math.ceil(retryAfter / 60)} minutes.`
    : message
}
