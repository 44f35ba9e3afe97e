import type { LagoCreditNote, LagoFee, LagoInvoice } from '#billing/lago/types'
import { readFile } from '#billing/lago/files'
import { client, dataOf, everyPage, orNoProvider, raise, safe } from '#billing/lago/transport'

export const invoices = {
  invoices: (organizationId: string): Promise<LagoInvoice[]> =>
    everyPage(
      (page) => client.invoices.findAllInvoices({ external_customer_id: organizationId, page }),
      ({ invoices }) => invoices,
    ),

  /** The bills of the plan itself, the newest last. */
  planFees: (organizationId: string): Promise<LagoFee[]> =>
    everyPage(
      (page) =>
        client.fees.findAllFees({ external_subscription_id: organizationId, fee_type: 'subscription', page }),
      ({ fees }) => fees,
    ),

  creditNotes: (organizationId: string): Promise<LagoCreditNote[]> =>
    everyPage(
      (page) => client.creditNotes.findAllCreditNotes({ external_customer_id: organizationId, page }),
      ({ credit_notes: notes }) => notes,
    ),

  /** Charges the card again; what comes of it Lago tells later. An invoice that is paid or being paid is left alone. */
  retryPayment: (invoiceId: string) =>
    client.invoices.retryPayment(safe(invoiceId)).then(
      () => undefined,
      (error: unknown) => {
        if ((error as { status?: number }).status !== 405) raise(error)
      },
    ),

  voidInvoice: (invoiceId: string) => dataOf(client.invoices.voidInvoice(safe(invoiceId), {})),

  async paymentUrl(invoiceId: string) {
    const answer = await orNoProvider(dataOf(client.invoices.invoicePaymentUrl(safe(invoiceId))))
    return answer?.invoice_payment_details?.payment_url ?? null
  },

  /** The invoice as a PDF, or null while Lago is still making it. */
  async invoicePdf(invoiceId: string) {
    // The first time Lago answers with nothing and makes the file.
    const answer = await client.invoices.downloadInvoice(safe(invoiceId)).catch(raise)
    const url = answer.data?.invoice?.file_url
    return url ? readFile(new URL(url)) : null
  },
}
