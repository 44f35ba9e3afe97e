import type { HttpContext } from '@adonisjs/core/http'
import { WrongCodeException } from '#accounts/exceptions/wrong_code_exception'
import { Guesses } from '#accounts/guesses'
import { TwoFactor } from '#accounts/two_factor'
import { forgetSecret, keptSecret } from '#accounts/two_factor_setup'
import { codeValidator } from '#accounts/validators/two_factor'
import { iso } from '#core/time'

export default class TwoFactorController {
  async show({ auth, serialize }: HttpContext) {
    const { enabledAt, recoveryCodesLeft } = await new TwoFactor(auth.getUserOrFail()).standing()
    return serialize({ enabledAt: iso(enabledAt), recoveryCodesLeft })
  }

  async store(ctx: HttpContext) {
    const { auth, request, response, serialize, session } = ctx
    const { code } = await request.validateUsing(codeValidator)
    const user = auth.getUserOrFail()
    const secret = keptSecret(session)
    const enable = () => new TwoFactor(user).enable(secret, code)
    const recoveryCodes = await Guesses.of(ctx, user, 'code').judge(enable)
    if (!recoveryCodes) throw new WrongCodeException()

    forgetSecret(session)
    return response.created(await serialize({ recoveryCodes }))
  }

  async destroy({ auth, response }: HttpContext) {
    await new TwoFactor(auth.getUserOrFail()).disable()
    return response.noContent()
  }
}
