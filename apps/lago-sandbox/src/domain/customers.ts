import { notFound } from '../errors.ts'
import type { CustomerRow } from '../rows.ts'
import type { Transaction } from '../sandbox.ts'
import { serializeCustomer } from '../serializers/customer.ts'

export const findCustomer = (transaction: Transaction, externalId: string) =>
  transaction.find('customers', { external_id: externalId, deleted_at: null })

export async function requireCustomer(transaction: Transaction, externalId: string) {
  const customer = await findCustomer(transaction, externalId)
  if (!customer) throw notFound('customer')
  return customer
}

/** The customer, with the lock that makes its writers take turns. */
export async function lockedCustomer(transaction: Transaction, externalId: string) {
  await transaction.lockCustomer(externalId)
  return requireCustomer(transaction, externalId)
}

/** The owner of something, locked and read again. */
export async function lockedOwner(transaction: Transaction, customerId: string) {
  const { external_id } = await transaction.get('customers', customerId)
  await transaction.lockCustomer(external_id)
  return transaction.get('customers', customerId)
}

export async function insertCustomer(transaction: Transaction, row: Partial<CustomerRow>) {
  // Numbers of customers have no gaps, so their creation takes turns.
  await transaction.lockCustomer('every customer of the organization')
  const [next] = await transaction.query<{ id: number }>(
    'select coalesce(max(sequential_id), 0) + 1 as id from customers',
  )
  const customer = await transaction.insert('customers', { ...row, sequential_id: next!.id })
  customerWebhook(transaction, 'created', customer)
  return customer
}

export function customerWebhook(transaction: Transaction, type: string, { id }: CustomerRow) {
  transaction.webhook(`customer.${type}`, 'customer', id, async () =>
    serializeCustomer(transaction, await transaction.get('customers', id)),
  )
}

/** The first priced object decides the currency of a customer that has none (CONTRACT 1.5). */
export async function preferCurrency(transaction: Transaction, customer: CustomerRow, currency: string) {
  if (customer.currency) return
  customer.currency = currency
  await transaction.update('customers', customer.id, { currency })
}
