import type { HttpContext } from '@adonisjs/core/http'
import { paymentUrlOf } from '#billing/checkout'
import { ownInvoice } from '#billing/scope'

export default class InvoicePaymentsController {
  async store(ctx: HttpContext) {
    return ctx.serialize({ paymentUrl: await paymentUrlOf(await ownInvoice(ctx)) })
  }
}
