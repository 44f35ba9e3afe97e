import type { HttpContext } from '@adonisjs/core/http'
import { EventList, ofPerson } from '#audit/event_list'
import { tell } from '#audit/story'
import EventTransformer from '#audit/transformers/event_transformer'
import { ownEventListValidator } from '#audit/validators/event'

export default class OwnEventsController {
  async index({ auth, request, serialize }: HttpContext) {
    const { id } = auth.getUserOrFail()
    const wanted = await request.validateUsing(ownEventListValidator)
    const { events, next } = await new EventList(() => ofPerson(id), wanted).page()
    return serialize(EventTransformer.transform(await tell(events, { person: id })), { meta: { next } })
  }
}
