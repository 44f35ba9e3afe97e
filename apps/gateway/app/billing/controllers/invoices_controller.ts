import type { HttpContext } from '@adonisjs/core/http'
import Invoice from '#billing/models/invoice'
import { ownInvoice } from '#billing/scope'
import InvoiceTransformer from '#billing/transformers/invoice_transformer'
import { invoiceListValidator } from '#billing/validators/billing'

export default class InvoicesController {
  async index({ membership, request, serialize }: HttpContext) {
    const { page = 1, perPage = 20 } = await request.validateUsing(invoiceListValidator)
    const invoices = await Invoice.of(membership.organization.id).paginate(page, perPage)
    return serialize(InvoiceTransformer.transform(invoices.all()), { total: invoices.total })
  }

  async show(ctx: HttpContext) {
    return ctx.serialize(InvoiceTransformer.transform(await ownInvoice(ctx)))
  }
}
