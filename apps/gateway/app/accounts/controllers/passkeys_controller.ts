import type { HttpContext } from '@adonisjs/core/http'
import Passkey from '#accounts/models/passkey'
import type User from '#accounts/models/user'
import { addPasskey } from '#accounts/passkeys/registration'
import { provedByPasskey } from '#accounts/second_factor'
import PasskeyTransformer from '#accounts/transformers/passkey_transformer'
import { newPasskeyValidator, passkeyNameValidator, passkeyValidator } from '#accounts/validators/passkey'

export default class PasskeysController {
  async index({ auth, serialize }: HttpContext) {
    const passkeys = await Passkey.of(auth.getUserOrFail())
    return serialize(PasskeyTransformer.transform(passkeys), { total: passkeys.length })
  }

  async store({ auth, request, response, serialize, session }: HttpContext) {
    const { name, credential } = await request.validateUsing(newPasskeyValidator)
    const passkey = await addPasskey(auth.getUserOrFail(), session, name, credential)
    provedByPasskey(session)
    return response.created(await serialize(PasskeyTransformer.transform(passkey)))
  }

  async update({ auth, request, serialize }: HttpContext) {
    const { params, name } = await request.validateUsing(passkeyNameValidator)
    const passkey = await own(auth.getUserOrFail(), params.id)
    return serialize(PasskeyTransformer.transform(await passkey.rename(name)))
  }

  async destroy({ auth, request, response }: HttpContext) {
    const { params } = await request.validateUsing(passkeyValidator)
    const passkey = await own(auth.getUserOrFail(), params.id)
    await passkey.remove()
    return response.noContent()
  }
}

const own = (user: User, id: string) => Passkey.of(user).where({ id }).firstOrFail()
