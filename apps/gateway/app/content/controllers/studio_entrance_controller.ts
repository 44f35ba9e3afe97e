import type { HttpContext } from '@adonisjs/core/http'

export default class StudioEntranceController {
  show({ response }: HttpContext) {
    return response.redirect('/studio/admin/')
  }
}
