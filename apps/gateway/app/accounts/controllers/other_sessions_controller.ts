import type { HttpContext } from '@adonisjs/core/http'

export default class OtherSessionsController {
  async destroy({ auth, response }: HttpContext) {
    const user = auth.getUserOrFail()
    await user.endSessions()
    // All of them have just ended; this one begins anew.
    await auth.use('web').login(user)
    return response.noContent()
  }
}
