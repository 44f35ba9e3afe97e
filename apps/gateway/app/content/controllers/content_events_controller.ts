import type { HttpContext } from '@adonisjs/core/http'
import { admit } from '#content/live/streams'
import { BadRequestException } from '#core/exceptions/bad_request_exception'
import { networkOf } from '#core/middleware/limit_middleware'

export default class ContentEventsController {
  /** A stream of which collections changed what visitors see, for as long as the client listens. */
  index({ request, response }: HttpContext) {
    if (!request.header('accept')?.includes('text/event-stream'))
      throw new BadRequestException({ key: 'errors.no_event_stream' })
    const keep = admit(networkOf(request.ip()))
    // From here on the answer is written past the framework, which would end it.
    response.relayHeaders()
    keep(response.response)
  }
}
