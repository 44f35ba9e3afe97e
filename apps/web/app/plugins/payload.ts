import { ApiError } from '@gantry/api-contract'

/** A refusal met while rendering on the server arrives in the browser as the same error. */
export default definePayloadPlugin(() => {
  definePayloadReducer(
    'ApiError',
    (value) => value instanceof ApiError && { ...value, message: value.message },
  )
  definePayloadReviver(
    'ApiError',
    ({ status, message, ...body }) =>
      new ApiError(new Response(null, { status }), { ...body, error: message }),
  )
})
