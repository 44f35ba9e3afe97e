import type { HttpContext } from '@adonisjs/core/http'
import { proofOptions } from '#accounts/passkeys/proof'

export default class PasskeyChallengesController {
  /** What the browser needs to prove somebody by a passkey. */
  async store({ serialize, session }: HttpContext) {
    return serialize(await proofOptions(session))
  }
}
