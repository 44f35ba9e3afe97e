/** An error answer of the API (CONTRACT 1.3): `body` is sent as it stands. */
export class ApiError extends Error {
  readonly status: 400 | 401 | 403 | 404 | 405 | 422 | 501
  readonly body: Record<string, unknown>

  constructor(status: ApiError['status'], body: Record<string, unknown>) {
    super(`${status} ${String(body.code ?? body.error)}`)
    this.status = status
    this.body = { status, ...body }
  }
}

export const badRequest = (root: string) =>
  new ApiError(400, {
    error: `BadRequest: param is missing or the value is empty or invalid: ${root}`,
  })

export const unauthorized = () => new ApiError(401, { error: 'Unauthorized' })

export const forbidden = (code = 'feature_unavailable') => new ApiError(403, { error: 'Forbidden', code })

export const notFound = (resource: string) =>
  new ApiError(404, { error: 'Not Found', code: `${resource}_not_found` })

export const notAllowed = (code: string) => new ApiError(405, { error: 'Method Not Allowed', code })

export const invalid = (details: Record<string, unknown>) =>
  new ApiError(422, { error: 'Unprocessable Entity', code: 'validation_errors', error_details: details })

export const notImplemented = () =>
  new ApiError(501, { error: 'Not Implemented', code: 'sandbox_not_implemented' })
