import type { HttpContext } from '@adonisjs/core/http'
import { TwoFactorOnException } from '#accounts/exceptions/two_factor_exceptions'
import Authenticator from '#accounts/models/authenticator'
import { newSecret } from '#accounts/two_factor_setup'

export default class TwoFactorSecretsController {
  async store({ auth, response, serialize, session }: HttpContext) {
    const user = auth.getUserOrFail()
    if (user.hasTwoFactor) throw new TwoFactorOnException()
    const secret = newSecret(session)
    return response.created(await serialize({ secret, address: Authenticator.address(secret, user.email) }))
  }
}
