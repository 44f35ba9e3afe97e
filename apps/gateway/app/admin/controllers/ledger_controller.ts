import type { HttpContext } from '@adonisjs/core/http'
import { platformEvents } from '#admin/platform_events'
import { platformEventListValidator } from '#admin/validators/ledger'
import { tell } from '#audit/story'
import EventTransformer from '#audit/transformers/event_transformer'
import { sentences } from '#config/sentences'

export default class LedgerController {
  async index({ request, serialize }: HttpContext) {
    const wanted = await request.validateUsing(platformEventListValidator)
    const { events, next } = await platformEvents(wanted).page()
    return serialize(EventTransformer.transform(await tell(events, 'platform')), {
      meta: { next, actions: Object.keys(sentences) },
    })
  }
}
