import { BaseTransformer } from '@adonisjs/core/transformers'
import type { seatsFor } from '#content/studio/seats'

type Seats = Awaited<ReturnType<typeof seatsFor>>

export default class StudioSeatsTransformer extends BaseTransformer<Seats> {
  toObject() {
    const { isMine, used, limit, holders } = this.resource
    return { isMine, used, limit, holders }
  }
}
