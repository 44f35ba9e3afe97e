import type { HttpContext } from '@adonisjs/core/http'
import { registrationOptions } from '#accounts/passkeys/registration'

export default class PasskeyOptionsController {
  /** What the browser needs to make a passkey. */
  async store({ auth, serialize, session }: HttpContext) {
    return serialize(await registrationOptions(auth.getUserOrFail(), session))
  }
}
