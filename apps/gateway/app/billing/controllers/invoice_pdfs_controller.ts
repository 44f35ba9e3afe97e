import type { HttpContext } from '@adonisjs/core/http'
import { PdfPendingException } from '#billing/exceptions/pdf_pending_exception'
import { lago } from '#billing/lago'
import Invoice from '#billing/models/invoice'
import { idValidator } from '#billing/validators/billing'

export default class InvoicePdfsController {
  async show({ membership, params, response }: HttpContext) {
    const { id } = await idValidator.validate(params)
    const invoice = await Invoice.of(membership.organization.id).where({ id }).firstOrFail()
    const pdf = await lago.invoicePdf(invoice.id)
    if (!pdf) throw new PdfPendingException()

    response.header('Content-Type', 'application/pdf')
    response.header(
      'Content-Disposition',
      `attachment; filename="${invoice.number.replace(/[^\w-]/g, '_')}.pdf"`,
    )
    response.header('Cache-Control', 'private, no-store')
    return pdf
  }
}
