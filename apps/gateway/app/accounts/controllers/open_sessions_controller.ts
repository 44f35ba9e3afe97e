import type { HttpContext } from '@adonisjs/core/http'
import { OpenSessions } from '#accounts/open_sessions'
import OpenSessionTransformer from '#accounts/transformers/open_session_transformer'
import { openSessionValidator } from '#accounts/validators/account'
import { sessionName } from '#core/session/redis_session_store'

export default class OpenSessionsController {
  async index({ auth, serialize, session }: HttpContext) {
    const sessions = await new OpenSessions(auth.getUserOrFail()).list()
    const current = sessionName(session.sessionId)
    return serialize(OpenSessionTransformer.transform(sessions, current), { total: sessions.length })
  }

  async destroy({ auth, request, response }: HttpContext) {
    const { params } = await request.validateUsing(openSessionValidator)
    await new OpenSessions(auth.getUserOrFail()).end(params.id)
    return response.noContent()
  }
}
