import type { HttpContext } from '@adonisjs/core/http'
import { leave } from '#organizations/leave'

export default class OwnMembershipController {
  async destroy({ auth, membership, response }: HttpContext) {
    await leave(membership.organization.id, auth.getUserOrFail().id)
    return response.noContent()
  }
}
