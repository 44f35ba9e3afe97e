import type { HttpContext } from '@adonisjs/core/http'
import { TwoFactor } from '#accounts/two_factor'

export default class RecoveryCodesController {
  async store({ auth, response, serialize }: HttpContext) {
    const recoveryCodes = await new TwoFactor(auth.getUserOrFail()).renewRecoveryCodes()
    return response.created(await serialize({ recoveryCodes }))
  }
}
