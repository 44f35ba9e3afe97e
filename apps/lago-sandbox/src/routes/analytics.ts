import { Hono, type Context } from 'hono'
import type { Sandbox, Transaction } from '../sandbox.ts'
import { premiumOnly, route } from './route.ts'

interface Month {
  month: string
  amount: number
  currency: string
  count: number
  ids: string[]
}

/** Sums of finalized invoices by month of issue and currency; newest month last. */
function byMonth(transaction: Transaction, c: Context, amount: string, condition: string) {
  const values: unknown[] = [transaction.now, Number(c.req.query('months')) || 12]
  const filters = [condition]
  const add = (filter: (placeholder: string) => string, value: string | undefined) => {
    if (!value) return
    values.push(value)
    filters.push(filter(`$${values.length}`))
  }
  add((value) => `invoices.currency = ${value}`, c.req.query('currency')?.toUpperCase())
  add((value) => `customers.external_id = ${value}`, c.req.query('external_customer_id'))
  return transaction.query<Month & { [key: string]: unknown }>(
    `select to_char(date_trunc('month', issuing_date), 'YYYY-MM-DD"T"00:00:00.000"Z"') as month,
       sum(${amount})::bigint as amount, invoices.currency, count(*) as count, array_agg(invoices.id) as ids
     from invoices join customers on customers.id = invoices.customer_id
     where ${filters.join(' and ')}
       and issuing_date >= date_trunc('month', $1::timestamptz) - ($2::int - 1) * interval '1 month'
       and issuing_date <= $1::timestamptz
     group by 1, invoices.currency order by 1, invoices.currency`,
    values,
  )
}

async function grossRevenue(transaction: Transaction, c: Context) {
  const refunded = `coalesce((select sum(refund_amount_cents) from credit_notes
    where credit_notes.invoice_id = invoices.id and credit_status <> 'voided'), 0)`
  const months = await byMonth(
    transaction,
    c,
    `total_amount_cents - ${refunded}`,
    "invoices.status = 'finalized'",
  )
  return {
    gross_revenues: months.map(({ month, amount, currency, count }) => ({
      month,
      amount_cents: amount,
      currency,
      invoices_count: count,
      billing_entity_id: null,
    })),
  }
}

async function overdueBalance(transaction: Transaction, c: Context) {
  const months = await byMonth(
    transaction,
    c,
    'total_amount_cents - total_paid_amount_cents',
    "invoices.status = 'finalized' and invoices.payment_overdue",
  )
  return {
    overdue_balances: months.map(({ month, amount, currency, ids }) => ({
      month,
      amount_cents: amount,
      currency,
      lago_invoice_ids: ids,
      billing_entity_id: null,
    })),
  }
}

export function analytics(sandbox: Sandbox) {
  const run = route(sandbox)
  return new Hono()
    .get('/gross_revenue', run(grossRevenue))
    .get('/overdue_balance', run(overdueBalance))
    .get('/mrr', run(premiumOnly))
    .get('/invoice_collection', run(premiumOnly))
    .get('/invoiced_usage', run(premiumOnly))
}
