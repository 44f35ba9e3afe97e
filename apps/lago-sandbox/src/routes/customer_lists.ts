import { Hono } from 'hono'
import { requireCustomer } from '../domain/customers.ts'
import { paginate } from '../http.ts'
import type { Sandbox } from '../sandbox.ts'
import { serializeCreditNote } from '../serializers/credit_note.ts'
import { serializePayment } from '../serializers/payment.ts'
import { serializeSubscription } from '../serializers/subscription.ts'
import { serializeWallet } from '../serializers/wallet.ts'
import { listInvoices } from './invoices.ts'
import { customerParam, route, serializeAll } from './route.ts'

/** The lists below `/customers/:external_id` (CONTRACT 2.5). */
export function customerLists(sandbox: Sandbox) {
  const run = route(sandbox)
  return new Hono()
    .get(
      '/invoices',
      run(async (transaction, c) =>
        listInvoices(transaction, c, await requireCustomer(transaction, customerParam(c))),
      ),
    )
    .get(
      '/subscriptions',
      run(async (transaction, c) => {
        const { id } = await requireCustomer(transaction, customerParam(c))
        const where = { customer_id: id, status: 'active' } as const
        const { rows, meta } = await paginate(c, transaction, 'subscriptions', where)
        return {
          subscriptions: await serializeAll(rows, (row) => serializeSubscription(transaction, row)),
          meta,
        }
      }),
    )
    .get(
      '/payments',
      run(async (transaction, c) => {
        const { id } = await requireCustomer(transaction, customerParam(c))
        const { rows, meta } = await paginate(c, transaction, 'payments', { customer_id: id })
        return { payments: await serializeAll(rows, (row) => serializePayment(transaction, row)), meta }
      }),
    )
    .get(
      '/credit_notes',
      run(async (transaction, c) => {
        const { id } = await requireCustomer(transaction, customerParam(c))
        const { rows, meta } = await paginate(c, transaction, 'credit_notes', { customer_id: id })
        return {
          credit_notes: await serializeAll(rows, (row) => serializeCreditNote(transaction, row)),
          meta,
        }
      }),
    )
    .get(
      '/wallets',
      run(async (transaction, c) => {
        const { id } = await requireCustomer(transaction, customerParam(c))
        const { rows, meta } = await paginate(c, transaction, 'wallets', { customer_id: id })
        return { wallets: await serializeAll(rows, (row) => serializeWallet(transaction, row)), meta }
      }),
    )
}
