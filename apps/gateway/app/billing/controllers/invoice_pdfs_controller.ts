import type { HttpContext } from '@adonisjs/core/http'
import { PdfPendingException } from '#billing/exceptions/pdf_pending_exception'
import { lago } from '#billing/lago'
import { ownInvoice } from '#billing/scope'

export default class InvoicePdfsController {
  async show(ctx: HttpContext) {
    const { id, number } = await ownInvoice(ctx)
    const pdf = await lago.invoicePdf(id)
    if (!pdf) throw new PdfPendingException()

    ctx.response.header('Content-Type', 'application/pdf')
    ctx.response.header('Content-Disposition', `attachment; filename="${number.replace(/[^\w-]/g, '_')}.pdf"`)
    ctx.response.header('Cache-Control', 'private, no-store')
    return pdf
  }
}
