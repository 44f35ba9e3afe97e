import type { HttpContext } from '@adonisjs/core/http'
import { providerLabels } from '#config/ally'

export default class ProvidersController {
  /** The ones that an operator has switched on. */
  index({ ally, serialize }: HttpContext) {
    const providers = ally.configuredProviderNames()
    return serialize(providers.map((name) => ({ name, label: providerLabels[name] })))
  }
}
