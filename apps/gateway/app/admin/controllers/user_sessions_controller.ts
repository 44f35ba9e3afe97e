import type { HttpContext } from '@adonisjs/core/http'
import { AdministeredUser } from '#admin/administered_user'
import { idOf } from '#admin/validators/id'

export default class UserSessionsController {
  async destroy({ auth, params, response }: HttpContext) {
    const id = await idOf({ params })
    await new AdministeredUser(id, auth.getUserOrFail()).endSessions()
    return response.noContent()
  }
}
