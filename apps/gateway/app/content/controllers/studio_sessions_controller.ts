import type { HttpContext } from '@adonisjs/core/http'

/** How long the Studio believes itself signed in before it asks again, in milliseconds. */
const expires = 5 * 60_000

/** The Studio's own idea of a session: ours, which holds the one at Directus. */
export default class StudioSessionsController {
  /** As Directus answers. That the guards let it pass is what was asked. */
  update() {
    return { data: { expires } }
  }

  /** Whoever signs out there is signed out here. */
  destroy({ response, session }: HttpContext) {
    session.clear()
    return response.noContent()
  }
}
