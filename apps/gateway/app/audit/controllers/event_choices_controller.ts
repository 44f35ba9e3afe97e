import type { HttpContext } from '@adonisjs/core/http'
import { EventChoices } from '#audit/event_choices'
import EventChoicesTransformer from '#audit/transformers/event_choices_transformer'

export default class EventChoicesController {
  async show({ membership, serialize }: HttpContext) {
    return serialize(EventChoicesTransformer.transform(await EventChoices.of(membership.organization.id)))
  }
}
