import { setTimeout as sleep } from 'node:timers/promises'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import db from '@adonisjs/lucid/services/db'
import { uuidv7 } from 'uuidv7'
import { deadline } from '#billing/lago'
import { ServiceUnavailableException } from '#core/exceptions/service_unavailable_exception'
import env from '#start/env'

/** What an act may take, in milliseconds: its calls to Lago, and half as much again for what is ours. */
const timeLimit = env.get('LAGO_TIMEOUT_MS')
const leaseTime = timeLimit * 1.5
const patience = 8_000

async function take(organizationId: string, lease: string) {
  const { rowCount } = await db.rawQuery(
    `insert into billing_customers as customer (organization_id, lease, leased_until)
     values (:organizationId, :lease, now() + :leaseTime * interval '1 millisecond')
     on conflict (organization_id) do update set lease = excluded.lease, leased_until = excluded.leased_until
     where customer.lease is null or customer.leased_until < now()`,
    { organizationId, lease, leaseTime },
  )
  return rowCount > 0
}

const release = (organizationId: string, lease: string) =>
  db
    .from('billing_customers')
    .where({ organization_id: organizationId, lease })
    .update({ lease: null, leased_until: null })

/**
 * Lets one act at a time talk to Lago about a customer, in all processes together. It is a lease in a row and not a
 * lock, so that no database connection is held while Lago is slow.
 */
export async function leased<T>(organizationId: string, act: (lease: string) => Promise<T>): Promise<T> {
  const lease = uuidv7()
  const givesUpAt = performance.now() + patience
  while (!(await take(organizationId, lease))) {
    if (performance.now() > givesUpAt) throw new ServiceUnavailableException('billing')
    await sleep(40 + Math.random() * 40)
  }
  return deadline
    .run(performance.now() + timeLimit, () => act(lease))
    .finally(() => release(organizationId, lease))
}

/** Keeps an act whose lease ran out from writing what it learned before its successor did. */
export async function confirmLease(trx: TransactionClientContract, organizationId: string, lease: string) {
  const customer = await trx
    .from('billing_customers')
    .where({ organization_id: organizationId, lease })
    .forUpdate()
    .first()
  if (!customer) throw new ServiceUnavailableException('billing')
}
