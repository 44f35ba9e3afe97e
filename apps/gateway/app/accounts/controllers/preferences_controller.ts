import type { HttpContext } from '@adonisjs/core/http'
import { choose } from '#accounts/preferences'
import PreferencesTransformer from '#accounts/transformers/preferences_transformer'
import { preferencesValidator } from '#accounts/validators/preferences'

export default class PreferencesController {
  show({ auth, serialize }: HttpContext) {
    return serialize(PreferencesTransformer.transform(auth.getUserOrFail()))
  }

  async update({ auth, request, serialize }: HttpContext) {
    const wanted = await request.validateUsing(preferencesValidator)
    return serialize(PreferencesTransformer.transform(await choose(auth.getUserOrFail(), wanted)))
  }
}
