import { ApiError } from '@gantry/api-contract'

/** What the API says about each field of a refused form. */
export const fieldErrors = (error: unknown): Record<string, string> =>
  error instanceof ApiError ? error.details : {}

/** The sentence for people: the API's own, or that it could not be asked. */
export const errorSentence = (error: Error) =>
  error instanceof ApiError ? error.message : 'The server could not be reached. Please try again in a moment.'
