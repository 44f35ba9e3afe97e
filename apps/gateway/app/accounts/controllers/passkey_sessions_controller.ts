import type { HttpContext } from '@adonisjs/core/http'
import { provenByPasskey } from '#accounts/passkeys/proof'
import { SignIn } from '#accounts/sign_in'
import { passkeyProofValidator } from '#accounts/validators/passkey'

export default class PasskeySessionsController {
  async store(ctx: HttpContext) {
    const { credential } = await ctx.request.validateUsing(passkeyProofValidator)
    const user = await provenByPasskey(ctx.session, credential)
    return ctx.serialize(await new SignIn(ctx, user, 'passkey').complete())
  }
}
