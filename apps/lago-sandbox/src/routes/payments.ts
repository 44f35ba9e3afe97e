import { Hono } from 'hono'
import { lockedOwner } from '../domain/customers.ts'
import { dueCents } from '../domain/invoices.ts'
import { settle } from '../domain/payments.ts'
import { forbidden, invalid } from '../errors.ts'
import { bodyOf, findById, isBlank, paginate, parseDate, text, type Params } from '../http.ts'
import type { PaymentRow } from '../rows.ts'
import type { Sandbox, Transaction } from '../sandbox.ts'
import { serializePayment } from '../serializers/payment.ts'
import { param, route, serializeAll } from './route.ts'

/** A payment made elsewhere; the checks come in this order (CONTRACT 2.13). */
async function create(transaction: Transaction, params: Params) {
  if (isBlank(params.invoice_id)) throw invalid({ invoice_id: ['value_is_mandatory'] })
  const amount = params.amount_cents
  if (typeof amount !== 'number' || !Number.isInteger(amount) || amount <= 0) {
    throw invalid({ amount_cents: ['invalid_value'] })
  }
  const found = await findById(transaction, 'invoices', params.invoice_id, 'invoice', {
    status: ['draft', 'finalized', 'voided'],
  })
  if (!transaction.premium) throw forbidden()
  const paidAt = parseDate(params.paid_at)
  if (!isBlank(params.paid_at) && !paidAt) throw invalid({ paid_at: ['invalid_date'] })
  const customer = await lockedOwner(transaction, found.customer_id)
  const invoice = await transaction.get('invoices', found.id)
  if (amount > (await dueCents(transaction, invoice))) {
    throw invalid({ amount_cents: ['greater_than_remaining_amount'] })
  }
  const payment = await transaction.insert('payments', {
    invoice_id: invoice.id,
    customer_id: customer.id,
    amount_cents: amount,
    amount_currency: invoice.currency,
    payable_payment_status: 'pending',
    status: 'scheduled',
    type: 'manual',
    reference: text(params.reference),
    paid_at: paidAt ?? null,
  })
  await settle(transaction, customer, invoice, payment, 'succeed')
  return transaction.get('payments', payment.id)
}

export function payments(sandbox: Sandbox) {
  const run = route(sandbox)
  return new Hono()
    .get(
      '/',
      run(async (transaction, c) => {
        const where: { [K in keyof PaymentRow]?: PaymentRow[K] | PaymentRow[K][] } = {}
        const externalId = c.req.query('external_customer_id')
        if (externalId !== undefined) {
          const owners = await transaction.list('customers', { external_id: externalId })
          where.customer_id = owners.map(({ id }) => id)
        }
        const { rows, meta } = await paginate(c, transaction, 'payments', where)
        return { payments: await serializeAll(rows, (row) => serializePayment(transaction, row)), meta }
      }),
    )
    .post(
      '/',
      run(async (transaction, c) => ({
        payment: await serializePayment(transaction, await create(transaction, await bodyOf(c, 'payment'))),
      })),
    )
    .get(
      '/:id',
      run(async (transaction, c) => ({
        payment: await serializePayment(
          transaction,
          await findById(transaction, 'payments', param(c, 'id'), 'payment'),
        ),
      })),
    )
}
