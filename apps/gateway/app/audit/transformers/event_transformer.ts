import { BaseTransformer } from '@adonisjs/core/transformers'
import type { Story } from '#audit/story'
import { iso } from '#core/time'

export default class EventTransformer extends BaseTransformer<Story> {
  toObject() {
    const { event, sentence, actor, trace } = this.resource
    return {
      id: event.id,
      at: iso(event.createdAt),
      action: event.action,
      sentence,
      actor,
      ip: trace?.ip ?? null,
      device: trace?.device ?? null,
    }
  }
}
