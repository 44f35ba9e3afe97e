import type { HttpContext } from '@adonisjs/core/http'
import { signingKeys } from '#accounts/signing_keys'

export default class SigningKeysController {
  /** A JWKS document as RFC 7517 wants it, so without our envelope. */
  async index({ response }: HttpContext) {
    const { keys } = await signingKeys()
    response.header('Cache-Control', 'public, max-age=300')
    return { keys }
  }
}
