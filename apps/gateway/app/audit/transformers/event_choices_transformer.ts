import { BaseTransformer } from '@adonisjs/core/transformers'
import type { EventChoices } from '#audit/event_choices'

export default class EventChoicesTransformer extends BaseTransformer<EventChoices> {
  toObject() {
    const { actions, people } = this.resource
    return { actions, people: people.map(({ id, fullName }) => ({ id, fullName })) }
  }
}
