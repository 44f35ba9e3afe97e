import type { HttpContext } from '@adonisjs/core/http'
import { linkValidator } from '#accounts/validators/account'
import { Acceptance } from '#organizations/acceptance'

export default class AcceptancesController {
  /** Whoever accepts goes on working there. */
  async store({ auth, request, serialize, session }: HttpContext) {
    const { token } = await request.validateUsing(linkValidator)
    const { organizationId, role } = await new Acceptance(token).by(auth.getUserOrFail())
    session.put('organizationId', organizationId)
    return serialize({ organizationId, role })
  }
}
