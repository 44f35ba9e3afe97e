import type { HttpContext } from '@adonisjs/core/http'
import { giveBackSeat, seatsFor } from '#content/studio/seats'
import StudioSeatsTransformer from '#content/transformers/studio_seats_transformer'

export default class StudioSeatsController {
  async show({ auth, serialize }: HttpContext) {
    return serialize(StudioSeatsTransformer.transform(await seatsFor(auth.getUserOrFail())))
  }

  async destroy({ auth, response }: HttpContext) {
    await giveBackSeat(auth.getUserOrFail().id)
    return response.noContent()
  }
}
