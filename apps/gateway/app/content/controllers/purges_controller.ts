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
    await followChange(events.map(({ collection }) => collection))
    response.noContent()
  }
}
