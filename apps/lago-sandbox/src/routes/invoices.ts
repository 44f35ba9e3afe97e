import { randomUUID } from 'node:crypto'
import { Hono, type Context } from 'hono'
import { isCurrency } from '../billing/money.ts'
import { newPaymentUrl } from '../checkout/sessions.ts'
import { lockedCustomer, lockedOwner, preferCurrency } from '../domain/customers.ts'
import { isoSeconds } from '../domain/dates.ts'
import { setPaymentStatus, voidInvoice } from '../domain/invoices.ts'
import { createOneOff } from '../domain/one_off.ts'
import { paymentFailureWebhook, postponeScheduledPayment, schedulePayment } from '../domain/payments.ts'
import { invalid, notAllowed, notFound } from '../errors.ts'
import { bodyOf, findById, pageMeta, pageOf, queryList, records, text, type Params } from '../http.ts'
import type { CustomerRow, InvoiceRow } from '../rows.ts'
import type { Sandbox, Transaction } from '../sandbox.ts'
import { serializeInvoice } from '../serializers/invoice.ts'
import { param, premiumOnly, route, serializeAll } from './route.ts'

const VISIBLE = ['draft', 'finalized', 'voided', 'failed', 'pending']
const PAYMENT_STATUSES = ['pending', 'succeeded', 'failed']

/** Conditions of the list, with their values in `values`. */
function filters(c: Context, values: unknown[]) {
  const conditions: string[] = []
  const add = (condition: (placeholder: string) => string, value: unknown) => {
    values.push(value)
    conditions.push(condition(`$${values.length}`))
  }
  const one = (name: string, condition: (placeholder: string) => string) => {
    const value = c.req.query(name)
    if (value !== undefined && value !== '') add(condition, value)
  }
  const any = (names: string[], column: string, allowed?: string[]) => {
    const given = names.flatMap((name) => queryList(c, name))
    const known = given.filter((value) => allowed?.includes(value) ?? true)
    if (given.length) add((placeholder) => `${column} = any(${placeholder})`, known)
  }
  add((placeholder) => `invoices.status = any(${placeholder})`, VISIBLE)
  one('external_customer_id', (value) => `customers.external_id = ${value}`)
  any(['status', 'statuses'], 'invoices.status', VISIBLE)
  any(['payment_status', 'payment_statuses'], 'invoices.payment_status', PAYMENT_STATUSES)
  one('invoice_type', (value) => `invoices.invoice_type = ${value}`)
  one('currency', (value) => `invoices.currency = ${value}`)
  one('issuing_date_from', (value) => `invoices.issuing_date >= ${value}::date`)
  one('issuing_date_to', (value) => `invoices.issuing_date <= ${value}::date`)
  one('amount_from', (value) => `invoices.total_amount_cents >= ${value}::bigint`)
  one('amount_to', (value) => `invoices.total_amount_cents <= ${value}::bigint`)
  one('payment_overdue', (value) => `invoices.payment_overdue = (${value}::text = 'true')`)
  one(
    'payment_dispute_lost',
    (value) => `(invoices.payment_dispute_lost_at is not null) = (${value}::text = 'true')`,
  )
  one(
    'partially_paid',
    (value) =>
      `(total_paid_amount_cents > 0 and total_paid_amount_cents < total_amount_cents) = (${value}::text = 'true')`,
  )
  one(
    'search_term',
    (value) =>
      `(invoices.number ilike '%' || ${value} || '%' or customers.name ilike '%' || ${value} || '%'
        or customers.external_id ilike '%' || ${value} || '%' or invoices.id::text = ${value})`,
  )
  for (const [key, wanted] of Object.entries(c.req.query())) {
    const name = /^metadata\[(.+)\]$/.exec(key)?.[1]
    if (name)
      add((value) => `invoices.metadata @> ${value}::jsonb`, JSON.stringify([{ key: name, value: wanted }]))
  }
  return conditions.join(' and ')
}

export async function listInvoices(transaction: Transaction, c: Context, scope?: CustomerRow) {
  const values: unknown[] = []
  let where = filters(c, values)
  if (scope) {
    values.push(scope.id)
    where += ` and customers.id = $${values.length}`
  }
  const from = `from invoices join customers on customers.id = invoices.customer_id where ${where}`
  const page = pageOf(c)
  const [total] = await transaction.query<{ count: number }>(`select count(*) as count ${from}`, values)
  const rows = await transaction.query<InvoiceRow>(
    `select invoices.* ${from} order by issuing_date desc, invoices.created_at desc, invoices.id
     limit ${page.perPage} offset ${(page.page - 1) * page.perPage}`,
    values,
  )
  return {
    invoices: await serializeAll(rows, (row) => serializeInvoice(transaction, row, 'list')),
    meta: pageMeta(page, total!.count),
  }
}

const visible = (transaction: Transaction, c: Context) =>
  findById(transaction, 'invoices', param(c, 'id'), 'invoice', {
    status: VISIBLE as InvoiceRow['status'][],
  })

/** The invoice, locked by its customer and read again. */
async function locked(transaction: Transaction, c: Context) {
  const { id, customer_id } = await visible(transaction, c)
  const customer = await lockedOwner(transaction, customer_id)
  return { customer, invoice: await transaction.get('invoices', id) }
}

async function update(transaction: Transaction, invoice: InvoiceRow, params: Params) {
  const status = text(params.payment_status)
  if ('payment_status' in params && !PAYMENT_STATUSES.includes(status ?? '')) {
    throw invalid({ payment_status: ['value_is_invalid'] })
  }
  if (invoice.status === 'voided') throw notAllowed('update_on_voided_invoice')
  if (invoice.status === 'draft' && 'payment_status' in params) {
    throw notAllowed('payment_status_update_on_draft_invoice')
  }
  if (invoice.status === 'draft' && 'metadata' in params) throw notAllowed('metadata_on_draft_invoice')
  const metadata = records(params.metadata).map((item) => ({
    lago_id: invoice.metadata.find(({ lago_id }) => lago_id === item.id)?.lago_id ?? randomUUID(),
    key: text(item.key) ?? '',
    value: text(item.value) ?? '',
    created_at: isoSeconds(transaction.now)!,
  }))
  if (metadata.length > 5) throw invalid({ metadata: ['invalid_count'] })
  if ('metadata' in params) await transaction.update('invoices', invoice.id, { metadata })
  if (status) await setPaymentStatus(transaction, invoice, status as InvoiceRow['payment_status'])
}

/** The reasons why an invoice has no payment page, in the order they are looked for. */
async function paymentUrlProblem(transaction: Transaction, customer: CustomerRow, invoice: InvoiceRow) {
  if (!customer.payment_provider) return 'no_linked_payment_provider'
  const payable = invoice.status === 'finalized' && invoice.payment_status !== 'succeeded'
  if (!payable) return 'invalid_invoice_status_or_payment_status'
  return customer.provider_customer_id ? undefined : 'missing_payment_provider_customer'
}

async function paymentUrl(transaction: Transaction, customer: CustomerRow, invoice: InvoiceRow) {
  const problem = await paymentUrlProblem(transaction, customer, invoice)
  if (problem) throw invalid({ base: [problem] })
  await postponeScheduledPayment(transaction, invoice)
  return {
    invoice_payment_details: {
      lago_customer_id: customer.id,
      external_customer_id: customer.external_id,
      payment_provider: customer.payment_provider,
      lago_invoice_id: invoice.id,
      payment_url: await newPaymentUrl(transaction, customer, invoice),
    },
  }
}

async function retryPayment(transaction: Transaction, customer: CustomerRow, invoice: InvoiceRow) {
  if (invoice.status !== 'finalized' || invoice.payment_status === 'succeeded') {
    throw notAllowed('invalid_status')
  }
  const running = await transaction.find('payments', { invoice_id: invoice.id, status: 'scheduled' })
  if (running) throw notAllowed('payment_processor_is_currently_handling_payment')
  if (!customer.payment_provider || !customer.card) {
    paymentFailureWebhook(transaction, customer, invoice, {
      error_details: {
        code: customer.payment_provider ? 'no_payment_method' : 'customer_must_have_payment_provider',
      },
    })
    return
  }
  await schedulePayment(transaction, customer, invoice)
}

async function download(transaction: Transaction, c: Context) {
  const invoice = await visible(transaction, c)
  if (invoice.status !== 'finalized' && invoice.status !== 'voided') throw notFound('invoice')
  if (invoice.generated_at) return { invoice: await serializeInvoice(transaction, invoice, 'full') }
  await transaction.update('invoices', invoice.id, { generated_at: transaction.now })
  transaction.webhook('invoice.generated', 'invoice', invoice.id, async () =>
    serializeInvoice(transaction, await transaction.get('invoices', invoice.id), 'customer'),
  )
  return undefined
}

export function invoices(sandbox: Sandbox) {
  const run = route(sandbox)
  const answer = async (transaction: Transaction, id: string) => ({
    invoice: await serializeInvoice(transaction, await transaction.get('invoices', id), 'full'),
  })
  return new Hono()
    .get(
      '/',
      run((transaction, c) => listInvoices(transaction, c)),
    )
    .post(
      '/',
      run(async (transaction, c) => {
        const params = await bodyOf(c, 'invoice')
        const customer = await lockedCustomer(transaction, text(params.external_customer_id) ?? '')
        if (params.currency != null && !isCurrency(params.currency)) {
          throw invalid({ currency: ['value_is_invalid'] })
        }
        const created = await createOneOff(transaction, customer, params, records(params.fees))
        await preferCurrency(transaction, customer, created.currency)
        return answer(transaction, created.id)
      }),
    )
    .post('/preview', run(premiumOnly))
    .get(
      '/:id',
      run(async (transaction, c) => answer(transaction, (await visible(transaction, c)).id)),
    )
    .put(
      '/:id',
      run(async (transaction, c) => {
        const { invoice } = await locked(transaction, c)
        await update(transaction, invoice, await bodyOf(c, 'invoice'))
        return answer(transaction, invoice.id)
      }),
    )
    .delete(
      '/:id',
      run(async (transaction, c) => {
        await visible(transaction, c)
        // Without premium there is no grace period, so there are no drafts to delete.
        throw notAllowed('not_deletable')
      }),
    )
    .post('/:id/download', run(download))
    .post('/:id/download_pdf', run(download))
    .post(
      '/:id/void',
      run(async (transaction, c) => {
        const { invoice } = await locked(transaction, c)
        await voidInvoice(transaction, invoice)
        return answer(transaction, invoice.id)
      }),
    )
    .post(
      '/:id/lose_dispute',
      run(async (transaction, c) => {
        const { customer, invoice } = await locked(transaction, c)
        if (invoice.status !== 'finalized') throw notAllowed('not_disputable')
        const lost = await transaction.update('invoices', invoice.id, {
          payment_dispute_lost_at: transaction.now,
          payment_overdue: false,
        })
        transaction.webhook('invoice.payment_dispute_lost', 'payment_dispute_lost', invoice.id, async () => ({
          invoice: await serializeInvoice(transaction, lost, 'customer'),
          provider_error: null,
          external_customer_id: customer.external_id,
        }))
        return answer(transaction, invoice.id)
      }),
    )
    .post(
      '/:id/payment_url',
      run(async (transaction, c) => {
        const { invoice, customer } = await locked(transaction, c)
        return paymentUrl(transaction, customer, invoice)
      }),
    )
    .post(
      '/:id/retry_payment',
      run(async (transaction, c) => {
        const { invoice, customer } = await locked(transaction, c)
        await retryPayment(transaction, customer, invoice)
      }),
    )
    .post(
      '/:id/retry',
      run(async (transaction, c) => {
        await visible(transaction, c)
        throw notAllowed('invalid_status')
      }),
    )
    .put(
      '/:id/finalize',
      run(() => Promise.reject(notFound('invoice'))),
    )
    .put(
      '/:id/refresh',
      run(() => Promise.reject(notFound('invoice'))),
    )
    .post('/:id/resend_email', run(premiumOnly))
}
