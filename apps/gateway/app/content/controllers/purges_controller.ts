import type { HttpContext } from '@adonisjs/core/http'
import { purge } from '#content/cache'
import { verifySignature } from '#content/purge_signature'
import { followChange } from '#content/search/index_content'
import { purgeValidator } from '#content/validators/purge'

/** Where the CMS says what changed. */
export default class PurgesController {
  async store({ request, response }: HttpContext) {
    verifySignature(request)
    const { events } = await request.validateUsing(purgeValidator)

    await purge(
      events.flatMap(({ collection, keys }) => [collection, ...keys.map((key) => `${collection}:${key}`)]),
    )
    // Without Redis the index catches up by itself; the purge has happened, and is not asked for again.
    await followChange(events.map(({ collection }) => collection)).catch(() => undefined)
    response.noContent()
  }
}
