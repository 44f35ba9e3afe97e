import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { useServer, WITH_PROVIDER, world, type Json, type Server } from './server.ts'

const holder = useServer()

const CARD = { number: '4242 4242 4242 4242', expires: '12 / 34', cvc: '123', name: 'Alice Example' }
const DECLINED = { ...CARD, number: '4000 0000 0000 0002' }
const SECURE = { ...CARD, number: '4000 0025 0000 3155' }

const submit = (server: Server, path: string, form: Record<string, string>) =>
  fetch(server.url + path, { method: 'POST', redirect: 'manual', body: new URLSearchParams(form) })

/** A subscribed customer of the simulated provider, with the page that pays the first invoice. */
async function unpaid() {
  const { server } = holder
  const it = await world(server, { customer: WITH_PROVIDER })
  await it.subscribe()
  const [invoice] = await it.invoices()
  const url = `/invoices/${String(invoice!.lago_id)}/payment_url`
  const { payment_url } = await server.api('POST', url)
  return { ...it, server, invoiceId: String(invoice!.lago_id), page: new URL(String(payment_url)).pathname }
}

const invoiceOf = (server: Server, id: string) => server.api('GET', `/invoices/${id}`)

async function webhookTypes({ control }: Server, customerId: string) {
  const { webhooks } = (await control('GET', '/webhooks')).json as { webhooks: { webhook_type: string }[] }
  return webhooks
    .filter((webhook) => JSON.stringify(webhook).includes(customerId))
    .map(({ webhook_type }) => webhook_type)
}

describe('the payment page', () => {
  it('shows the amount and says that it is a simulation', async () => {
    const { server, page } = await unpaid()
    const response = await fetch(server.url + page)
    const text = await response.text()
    expect(text).toContain('€29.00')
    expect(text).toContain('Simulation.')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  it('allows its own style and nothing else', async () => {
    const { server, page } = await unpaid()
    const response = await fetch(server.url + page)
    const [, style = ''] = /<style>([^]*?)<\/style>/.exec(await response.text()) ?? []
    const hash = createHash('sha256').update(style).digest('base64')
    expect(style).not.toBe('')
    expect(response.headers.get('content-security-policy')).toContain(`style-src 'sha256-${hash}'`)
  })

  it('takes a good card, pays the invoice and goes back', async () => {
    const { server, page, invoiceId, customerId } = await unpaid()
    const response = await submit(server, page, { ...CARD, intent: 'pay' })
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('http://product.test/dashboard/billing?payment=succeeded')
    expect(await invoiceOf(server, invoiceId)).toMatchObject({
      payment_status: 'succeeded',
      total_paid_amount_cents: 2900,
      total_due_amount_cents: 0,
    })
    expect(await webhookTypes(server, customerId)).toEqual(
      expect.arrayContaining(['payment.succeeded', 'invoice.payment_status_updated']),
    )
  })

  it('says so when the card is declined, and takes another one', async () => {
    const { server, page, invoiceId, customerId } = await unpaid()
    const declined = await submit(server, page, { ...DECLINED, intent: 'pay' })
    expect(declined.status).toBe(422)
    expect(await declined.text()).toContain('Your card was declined')
    expect(await invoiceOf(server, invoiceId)).toMatchObject({
      payment_status: 'failed',
      total_paid_amount_cents: 0,
    })
    expect(await webhookTypes(server, customerId)).toEqual(
      expect.arrayContaining(['invoice.payment_failure', 'invoice.payment_status_updated']),
    )
    await submit(server, page, { ...CARD, intent: 'pay' })
    expect(await invoiceOf(server, invoiceId)).toMatchObject({ payment_status: 'succeeded' })
  })

  it('asks for confirmation with 3-D Secure before anything is paid', async () => {
    const { server, page, invoiceId, customerId } = await unpaid()
    const asked = await submit(server, page, { ...SECURE, intent: 'pay' })
    expect(asked.headers.get('location')).toBe(`${page}/confirmation`)
    expect(await invoiceOf(server, invoiceId)).toMatchObject({ payment_status: 'pending' })
    expect(await webhookTypes(server, customerId)).toContain('payment.requires_action')
    await submit(server, `${page}/confirmation`, { intent: 'approve' })
    expect(await invoiceOf(server, invoiceId)).toMatchObject({ payment_status: 'succeeded' })
  })

  it('charges nothing when the confirmation is refused', async () => {
    const { server, page, invoiceId } = await unpaid()
    await submit(server, page, { ...SECURE, intent: 'pay' })
    const refused = await submit(server, `${page}/confirmation`, { intent: 'refuse' })
    expect(await refused.text()).toContain('Your card was declined')
    expect(await invoiceOf(server, invoiceId)).toMatchObject({
      payment_status: 'failed',
      total_paid_amount_cents: 0,
    })
  })

  it('goes back without a trace when canceled', async () => {
    const { server, page, invoiceId } = await unpaid()
    const response = await submit(server, page, { intent: 'cancel' })
    expect(response.headers.get('location')).toContain('?payment=canceled')
    expect(await invoiceOf(server, invoiceId)).toMatchObject({ payment_status: 'pending' })
  })

  it.each([
    ['a wrong check digit', { number: '4242 4242 4242 4241' }, 'not a valid card number'],
    ['a real card', { number: '5555 5555 5555 4444' }, 'Never enter a real card'],
    ['a card of the past', { expires: '01 / 20' }, 'expired'],
    ['no security code', { cvc: '' }, 'three or four digits'],
    ['no name', { name: ' ' }, 'name on the card'],
  ])('explains %s and never repeats the number', async (_, change, message) => {
    const { server, page, invoiceId } = await unpaid()
    const form = { ...CARD, ...change, intent: 'pay' }
    const text = await (await submit(server, page, form)).text()
    expect(text).toContain(message)
    expect(text).not.toContain(`value="${form.number}"`)
    expect(await invoiceOf(server, invoiceId)).toMatchObject({ payment_status: 'pending' })
  })

  it('does not pay twice', async () => {
    const { server, page, invoiceId } = await unpaid()
    await Promise.all([1, 2, 3].map(() => submit(server, page, { ...CARD, intent: 'pay' })))
    expect(await invoiceOf(server, invoiceId)).toMatchObject({ total_paid_amount_cents: 2900 })
  })

  it('ends after a day', async () => {
    const { server, page } = await unpaid()
    await server.control('POST', '/clock/advance', { hours: 25 })
    expect((await fetch(server.url + page)).status).toBe(410)
  })

  it('fails once when the provider is told to, whatever the card', async () => {
    const { server, page } = await unpaid()
    await server.control('PUT', '/provider', { next: 'fail' })
    expect((await submit(server, page, { ...CARD, intent: 'pay' })).status).toBe(422)
    expect((await submit(server, page, { ...CARD, intent: 'pay' })).status).toBe(303)
  })
})

describe('a stored card', () => {
  async function withCard() {
    const { server } = holder
    const it = await world(server, { customer: WITH_PROVIDER })
    const { checkout_url } = await server.api('POST', `/customers/${it.customerId}/checkout_url`)
    await submit(server, new URL(String(checkout_url)).pathname, { ...CARD, intent: 'pay' })
    return { ...it, server }
  }

  async function eventually(read: () => Promise<Json | undefined>, expected: Json) {
    await expect.poll(read, { timeout: 20_000 }).toMatchObject(expected)
  }

  it('pays the invoices that follow', async () => {
    const it = await withCard()
    await it.subscribe()
    await eventually(async () => (await it.invoices())[0], {
      payment_status: 'succeeded',
      total_paid_amount_cents: 2900,
    })
  })

  it('leaves an invoice unpaid when it is refused', async () => {
    const it = await withCard()
    await it.server.control('PUT', '/provider', { next: 'fail' })
    await it.subscribe()
    await eventually(async () => (await it.invoices())[0], {
      payment_status: 'failed',
      total_paid_amount_cents: 0,
    })
  })

  it('is tried again on request', async () => {
    const it = await withCard()
    await it.server.control('PUT', '/provider', { next: 'fail' })
    await it.subscribe()
    await eventually(async () => (await it.invoices())[0], { payment_status: 'failed' })
    const [invoice] = await it.invoices()
    await it.server.call('POST', `/api/v1/invoices/${String(invoice!.lago_id)}/retry_payment`)
    await eventually(async () => (await it.invoices())[0], { payment_status: 'succeeded' })
  })
})

it('shows the portal to whoever has its link', async () => {
  const { server, customerId } = await unpaid()
  const { portal_url } = await server.api('GET', `/customers/${customerId}/portal_url`)
  const { pathname } = new URL(String(portal_url))
  expect(await (await fetch(server.url + pathname)).text()).toContain('€29.00')
  expect((await fetch(`${server.url}/customer-portal/guess`)).status).toBe(410)
})

it('serves the PDF that file_url names', async () => {
  const { server, invoiceId } = await unpaid()
  const first = await server.call('POST', `/api/v1/invoices/${invoiceId}/download`)
  expect([first.status, first.text]).toEqual([200, ''])
  const { file_url } = await server.api('POST', `/invoices/${invoiceId}/download`)
  const pdf = await (await fetch(server.url + new URL(String(file_url)).pathname)).text()
  expect(pdf.startsWith('%PDF-1.4')).toBe(true)
})
