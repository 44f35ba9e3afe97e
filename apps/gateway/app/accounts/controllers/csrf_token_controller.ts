import type { HttpContext } from '@adonisjs/core/http'

export default class CsrfTokenController {
  /** Shield, on this route for GET too, has put the token into the `XSRF-TOKEN` cookie. */
  show({ response }: HttpContext) {
    return response.noContent()
  }
}
