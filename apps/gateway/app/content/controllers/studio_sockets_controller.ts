import type { HttpContext } from '@adonisjs/core/http'
import { BadRequestException } from '#core/exceptions/bad_request_exception'
import { studioToken } from '#content/studio/seats'
import { admit } from '#content/studio/upgrades'

export default class StudioSocketsController {
  /** What is let in here is connected by `Upgrades`, which asked. */
  async show({ auth, request, response }: HttpContext) {
    if (request.header('upgrade')?.toLowerCase() !== 'websocket')
      throw new BadRequestException({ key: 'errors.no_websocket' })
    admit(request.request, await studioToken(auth.getUserOrFail()))
    return response.noContent()
  }
}
