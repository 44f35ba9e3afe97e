import { Hono } from 'hono'
import { findById, paginate } from '../http.ts'
import type { FeeRow } from '../rows.ts'
import type { Sandbox } from '../sandbox.ts'
import { serializeFee } from '../serializers/fee.ts'
import { param, route, serializeAll } from './route.ts'

export function fees(sandbox: Sandbox) {
  const run = route(sandbox)
  return new Hono()
    .get(
      '/',
      run(async (transaction, c) => {
        const where: { [K in keyof FeeRow]?: FeeRow[K] | FeeRow[K][] } = {}
        const externalCustomer = c.req.query('external_customer_id')
        if (externalCustomer !== undefined) {
          const owners = await transaction.list('customers', { external_id: externalCustomer })
          where.customer_id = owners.map(({ id }) => id)
        }
        const externalSubscription = c.req.query('external_subscription_id')
        if (externalSubscription !== undefined) {
          const owners = await transaction.list('subscriptions', { external_id: externalSubscription })
          where.subscription_id = owners.map(({ id }) => id)
        }
        const type = c.req.query('fee_type')
        if (type !== undefined) where.fee_type = type as FeeRow['fee_type']
        const status = c.req.query('payment_status')
        if (status !== undefined) where.payment_status = status
        const { rows, meta } = await paginate(c, transaction, 'fees', where, 'created_at, id')
        return { fees: await serializeAll(rows, (row) => serializeFee(transaction, row)), meta }
      }),
    )
    .get(
      '/:id',
      run(async (transaction, c) => ({
        fee: await serializeFee(transaction, await findById(transaction, 'fees', param(c, 'id'), 'fee')),
      })),
    )
}
