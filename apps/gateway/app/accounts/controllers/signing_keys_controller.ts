import type { HttpContext } from '@adonisjs/core/http'
import { signingKey } from '#accounts/signing_key'

export default class SigningKeysController {
  /** A JWKS document as RFC 7517 wants it, so without our envelope. */
  async index({ response }: HttpContext) {
    const { publicJwk } = await signingKey()
    response.header('Cache-Control', 'public, max-age=300')
    return { keys: [publicJwk] }
  }
}
