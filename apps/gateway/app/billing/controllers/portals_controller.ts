import type { HttpContext } from '@adonisjs/core/http'
import { NoPortalException } from '#billing/exceptions/no_portal_exception'
import { lago } from '#billing/lago'

export default class PortalsController {
  async store({ membership, serialize }: HttpContext) {
    const portalUrl = await lago.portalUrl(membership.organization.id)
    if (!portalUrl) throw new NoPortalException()
    return serialize({ portalUrl })
  }
}
