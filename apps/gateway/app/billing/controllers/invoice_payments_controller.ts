import type { HttpContext } from '@adonisjs/core/http'
import { paymentUrlOf } from '#billing/checkout'
import Invoice from '#billing/models/invoice'
import { idValidator } from '#billing/validators/billing'

export default class InvoicePaymentsController {
  async store({ membership, params, serialize }: HttpContext) {
    const { id } = await idValidator.validate(params)
    const invoice = await Invoice.of(membership.organization.id).where({ id }).firstOrFail()
    return serialize({ paymentUrl: await paymentUrlOf(invoice) })
  }
}
