import type { HttpContext } from '@adonisjs/core/http'
import { BillingFigures } from '#admin/billing/figures'

export default class BillingFiguresController {
  async show({ serialize }: HttpContext) {
    return serialize(await new BillingFigures().show())
  }
}
