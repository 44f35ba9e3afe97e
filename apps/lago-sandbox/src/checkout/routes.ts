import { Hono, type Context } from 'hono'
import { lockedOwner } from '../domain/customers.ts'
import { dueCents } from '../domain/invoices.ts'
import { confirmPayment, payByCard } from '../domain/payments.ts'
import type { CheckoutSessionRow, CustomerRow } from '../rows.ts'
import type { Sandbox, Transaction } from '../sandbox.ts'
import { cardErrors, cardFrom, outcomeOf, type CardForm } from './cards.ts'
import { page, type PageContent } from './layout.ts'
import { cardPage, confirmationPage, messagePage, portalPage, type Order } from './pages.ts'

const DECLINED = 'Your card was declined. You have not been charged. Check the details or try another card.'

interface Visit {
  session: CheckoutSessionRow
  customer: CustomerRow
  order: Order
}

/** Where the page sends the browser, with what happened. */
const backTo = (transaction: Transaction, payment: 'succeeded' | 'failed' | 'canceled') => {
  const url = new URL(transaction.env.paymentRedirectUrl)
  url.searchParams.set('payment', payment)
  return url.toString()
}

async function visit(transaction: Transaction, token: string): Promise<Visit | undefined> {
  const session = await transaction.find('checkout_sessions', { token, mode: ['payment', 'setup'] })
  if (!session || session.expires_at <= transaction.now) return undefined
  const customer = await lockedOwner(transaction, session.customer_id)
  const invoice = session.invoice_id ? await transaction.get('invoices', session.invoice_id) : undefined
  return {
    session: await transaction.get('checkout_sessions', session.id),
    customer,
    order: {
      customer,
      invoice,
      fees: invoice ? await transaction.list('fees', { invoice_id: invoice.id }) : [],
      dueCents: invoice ? await dueCents(transaction, invoice) : 0,
      organization: transaction.organization.name,
    },
  }
}

const settled = ({ order: { invoice }, session }: Visit) =>
  invoice
    ? invoice.payment_status === 'succeeded' || invoice.status !== 'finalized'
    : session.completed_at !== null

type Answer = { redirect: string } | { page: PageContent; status?: 404 | 410 | 422 }

const gone: Answer = {
  page: {
    title: 'This page has expired',
    content: messagePage({
      title: 'This page has expired',
      text: 'The address is unknown or older than a day. Start again from your billing page.',
    }),
  },
  status: 410,
}

const done = (transaction: Transaction): Answer => ({
  page: {
    title: 'Nothing left to do',
    content: messagePage({
      title: 'Nothing left to do',
      text: 'This has been settled already.',
      back: backTo(transaction, 'succeeded'),
    }),
  },
})

const cardAnswer = (content: Parameters<typeof cardPage>[0], status?: 422): Answer => ({
  page: {
    title: content.order.invoice ? `Pay invoice ${content.order.invoice.number}` : 'Save a card',
    layout: 'split',
    content: cardPage(content),
  },
  status,
})

async function show(transaction: Transaction, token: string): Promise<Answer> {
  const current = await visit(transaction, token)
  if (!current) return gone
  if (settled(current)) return done(transaction)
  return cardAnswer({ order: current.order })
}

const formOf = (body: Record<string, unknown>): CardForm => {
  const value = (name: string) => (typeof body[name] === 'string' ? (body[name] as string) : '')
  return { number: value('number'), expires: value('expires'), cvc: value('cvc'), name: value('name') }
}

async function complete(transaction: Transaction, { session }: Visit): Promise<Answer> {
  await transaction.update('checkout_sessions', session.id, {
    completed_at: transaction.now,
    pending_card: null,
  })
  return { redirect: backTo(transaction, 'succeeded') }
}

async function submit(
  transaction: Transaction,
  token: string,
  body: Record<string, unknown>,
): Promise<Answer> {
  const current = await visit(transaction, token)
  if (!current) return gone
  if (settled(current)) return done(transaction)
  if (body.intent === 'cancel') return { redirect: backTo(transaction, 'canceled') }
  const { order, customer, session } = current

  const form = formOf(body)
  const errors = cardErrors(form, transaction.now)
  // The number and the code are typed again: they are never sent back.
  const kept = { expires: form.expires, name: form.name }
  if (Object.keys(errors).length) {
    return cardAnswer({ order, form: kept, errors, alert: 'Please check the marked fields.' }, 422)
  }
  const card = cardFrom(form)
  const outcome = order.invoice
    ? await payByCard(transaction, customer, order.invoice, card, outcomeOf(form))
    : outcomeOf(form)
  if (outcome === 'fail') return cardAnswer({ order, form: kept, alert: DECLINED }, 422)
  if (outcome === 'require_action') {
    await transaction.update('checkout_sessions', session.id, { pending_card: card })
    return { redirect: `/checkout/${token}/confirmation` }
  }
  await transaction.update('customers', customer.id, { card })
  return complete(transaction, current)
}

async function showConfirmation(transaction: Transaction, token: string): Promise<Answer> {
  const current = await visit(transaction, token)
  if (!current) return gone
  const { session, order } = current
  if (settled(current) || !session.pending_card) return { redirect: `/checkout/${token}` }
  return {
    page: {
      title: 'Confirm with your bank',
      content: confirmationPage({ order, last4: session.pending_card.last4 }),
    },
  }
}

async function confirm(
  transaction: Transaction,
  token: string,
  body: Record<string, unknown>,
): Promise<Answer> {
  const current = await visit(transaction, token)
  if (!current) return gone
  const { session, customer, order } = current
  if (settled(current) || !session.pending_card) return { redirect: `/checkout/${token}` }
  const approved = body.intent === 'approve'
  if (order.invoice) await confirmPayment(transaction, customer, order.invoice, approved)
  if (!approved) {
    await transaction.update('checkout_sessions', session.id, { pending_card: null })
    return cardAnswer({ order, alert: DECLINED }, 422)
  }
  await transaction.update('customers', customer.id, { card: session.pending_card })
  return complete(transaction, current)
}

async function showPortal(transaction: Transaction, token: string): Promise<Answer> {
  const session = await transaction.find('checkout_sessions', { token, mode: 'portal' })
  if (!session || session.expires_at <= transaction.now) return gone
  const customer = await transaction.get('customers', session.customer_id)
  const wallets = await transaction.list('wallets', { customer_id: customer.id, status: 'active' })
  return {
    page: {
      title: 'Billing portal',
      content: portalPage({
        customer,
        organization: transaction.organization.name,
        invoices: await transaction.list(
          'invoices',
          { customer_id: customer.id, status: ['finalized', 'voided'] },
          { order: 'issuing_date desc, created_at desc' },
        ),
        walletCents: wallets.map(({ name, balance_cents, currency }) => ({
          name: name ?? 'Prepaid credits',
          cents: balance_cents,
          currency,
        })),
        back: transaction.env.paymentRedirectUrl,
      }),
    },
  }
}

/** The pages of the simulated payment provider. They work without JavaScript. */
export function checkout(sandbox: Sandbox) {
  const redirectOrigin = new URL(sandbox.env.paymentRedirectUrl).origin
  const answer =
    (work: (transaction: Transaction, token: string, body: Record<string, unknown>) => Promise<Answer>) =>
    async (c: Context) => {
      const body = c.req.method === 'POST' ? await c.req.parseBody() : {}
      const result = await sandbox.transaction((transaction) =>
        work(transaction, c.req.param('token')!, body),
      )
      if ('redirect' in result) return c.redirect(result.redirect, 303)
      return page(c, result.page, [redirectOrigin], result.status)
    }
  return new Hono()
    .get('/checkout/:token', answer(show))
    .post('/checkout/:token', answer(submit))
    .get('/checkout/:token/confirmation', answer(showConfirmation))
    .post('/checkout/:token/confirmation', answer(confirm))
    .get('/customer-portal/:token', answer(showPortal))
}
