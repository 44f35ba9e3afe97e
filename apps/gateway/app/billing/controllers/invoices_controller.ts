import type { HttpContext } from '@adonisjs/core/http'
import Invoice from '#billing/models/invoice'
import InvoiceTransformer from '#billing/transformers/invoice_transformer'
import { idValidator, invoiceListValidator } from '#billing/validators/billing'

export default class InvoicesController {
  async index({ membership, request, serialize }: HttpContext) {
    const { page = 1, perPage = 20 } = await request.validateUsing(invoiceListValidator)
    const invoices = await Invoice.of(membership.organization.id).paginate(page, perPage)
    return serialize(InvoiceTransformer.transform(invoices.all()), { total: invoices.total })
  }

  async show({ membership, params, serialize }: HttpContext) {
    const { id } = await idValidator.validate(params)
    return serialize(
      InvoiceTransformer.transform(await Invoice.of(membership.organization.id).where({ id }).firstOrFail()),
    )
  }
}
