import type { PaymentTrouble } from '#billing/mirror/invoice_copies'
import { reasonOf } from '#billing/payment_trouble'

interface Subject {
  lago_invoice_id?: string
  lago_wallet_id?: string
  external_id?: string
  external_customer_id?: string
  customer?: { external_id?: string }
  provider_error?: { code?: string; error_code?: string; message?: string } | null
}

/** The body of a webhook: its subject lies under the name of the object's type. */
export type Message = { webhook_type: string; object_type: string; organization_id?: string } & Record<
  string,
  unknown
>

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

const subjectOf = (message: Message) => (message[message.object_type] ?? {}) as Subject

/** The organization of ours that a webhook is about, or null when it is about none. */
export function organizationOf(message: Message) {
  const subject = subjectOf(message)
  const own = message.object_type === 'customer' ? subject.external_id : undefined
  const id = subject.external_customer_id ?? subject.customer?.external_id ?? own
  return id && uuid.test(id) ? id : null
}

/** The wallet whose transaction a webhook is about. */
export function walletOf(message: Message) {
  const id = subjectOf(message).lago_wallet_id
  return id && uuid.test(id) ? id : null
}

/** Why a payment failed stands in this webhook alone: Lago's invoice does not tell. */
export function troubleOf(message: Message): PaymentTrouble | undefined {
  if (message.webhook_type !== 'invoice.payment_failure') return undefined
  const { lago_invoice_id: invoiceId, provider_error: error } = subjectOf(message)
  return invoiceId ? { invoiceId, reason: reasonOf(error?.error_code ?? error?.code) } : undefined
}
