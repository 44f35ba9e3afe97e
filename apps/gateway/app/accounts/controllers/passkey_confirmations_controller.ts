import type { HttpContext } from '@adonisjs/core/http'
import { confirm, confirmedUntil } from '#accounts/confirmation'
import { UnprovenPasskeyException } from '#accounts/exceptions/passkey_exceptions'
import { provenByPasskey } from '#accounts/passkeys/proof'
import { provedByPasskey } from '#accounts/second_factor'
import { passkeyProofValidator } from '#accounts/validators/passkey'

export default class PasskeyConfirmationsController {
  async store({ auth, request, serialize, session }: HttpContext) {
    const { credential } = await request.validateUsing(passkeyProofValidator)
    const { id } = await provenByPasskey(session, credential)
    if (id !== auth.getUserOrFail().id) throw new UnprovenPasskeyException()

    confirm(session)
    provedByPasskey(session)
    return serialize({ confirmedUntil: confirmedUntil(session)?.toISOString() ?? null })
  }
}
