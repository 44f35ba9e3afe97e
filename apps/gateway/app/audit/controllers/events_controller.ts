import type { HttpContext } from '@adonisjs/core/http'
import { EventList, ofOrganization } from '#audit/event_list'
import { tell } from '#audit/story'
import EventTransformer from '#audit/transformers/event_transformer'
import { eventListValidator } from '#audit/validators/event'

export default class EventsController {
  async index({ membership, request, serialize }: HttpContext) {
    const { id } = membership.organization
    const wanted = await request.validateUsing(eventListValidator)
    const { events, next } = await new EventList(() => ofOrganization(id), wanted).page()
    return serialize(EventTransformer.transform(await tell(events, { organization: id })), { meta: { next } })
  }
}
