import { createHmac, createPublicKey, verify } from 'node:crypto'
import { createServer } from 'node:http'
import { afterEach, expect, it } from 'vitest'
import { startServer, useServer, world, type Json } from './server.ts'

const holder = useServer()

interface Received {
  headers: NodeJS.Dict<string | string[]>
  body: string
}

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A receiver that answers each request with the next status, the last one for ever. */
async function receiver(...statuses: number[]) {
  const received: Received[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      received.push({ headers: request.headers, body })
      response.writeHead(statuses[received.length - 1] ?? statuses.at(-1) ?? 200).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => server.close())
  const { port } = server.address() as { port: number }
  return { url: `http://127.0.0.1:${port}/`, received }
}

const register = (url: string, options: Json = {}) =>
  holder.server.api('POST', '/webhook_endpoints', { webhook_endpoint: { webhook_url: url, ...options } })

const typeOf = ({ body }: Received) => (JSON.parse(body) as { webhook_type: string }).webhook_type

it('signs with a token that the served key verifies, over the exact body', async () => {
  const { server } = holder
  const { url, received } = await receiver(200)
  await register(url)
  await world(server, { customer: { name: 'Smith & <Sons>' } })
  await expect.poll(() => received.map(typeOf)).toContain('customer.created')

  const { headers, body } = received.find((one) => typeOf(one) === 'customer.created')!
  expect(headers['x-lago-signature-algorithm']).toBe('jwt')
  expect(body).toContain('Smith \\u0026 \\u003cSons\\u003e')
  const text = (await server.call('GET', '/api/v1/webhooks/public_key')).text
  const key = createPublicKey(Buffer.from(text, 'base64').toString())
  const [head, claims, signature] = String(headers['x-lago-signature']).split('.')
  const valid = verify('sha256', Buffer.from(`${head}.${claims}`), key, Buffer.from(signature!, 'base64url'))
  expect(valid).toBe(true)
  expect(JSON.parse(Buffer.from(claims!, 'base64url').toString())).toEqual({
    data: body,
    iss: server.env.publicUrl,
  })
})

it('signs with HMAC over the bytes of the body when asked to', async () => {
  const { url, received } = await receiver(200)
  await register(url, { signature_algo: 'hmac' })
  await world(holder.server)
  await expect.poll(() => received.length).toBeGreaterThan(0)
  const key = createHmac('sha256', holder.server.env.apiKey).update('webhooks').digest('hex')
  const { headers, body } = received[0]!
  expect(headers['x-lago-signature']).toBe(createHmac('sha256', key).update(body).digest('base64'))
})

it('sends only the types that an endpoint asked for', async () => {
  const { url, received } = await receiver(200)
  await register(url, { event_types: ['subscription.started'] })
  const { subscribe } = await world(holder.server)
  await subscribe()
  await expect.poll(() => received.map(typeOf)).toEqual(['subscription.started'])
})

it('carries the object as a GET answers it', async () => {
  const { server } = holder
  const { url, received } = await receiver(200)
  await register(url, { event_types: ['invoice.created'] })
  const { subscribe, invoices } = await world(server)
  await subscribe()
  await expect.poll(() => received.length).toBe(1)
  const [invoice] = await invoices()
  const { invoice: sent } = JSON.parse(received[0]!.body) as { invoice: Json }
  expect(sent).toEqual(await server.api('GET', `/invoices/${String(invoice!.lago_id)}`))
})

it('tries again under the same key after a failure', async () => {
  const { url, received } = await receiver(500, 200)
  await register(url, { event_types: ['plan.created'] })
  await world(holder.server)
  await expect.poll(() => received.length, { timeout: 20_000 }).toBe(2)
  const keys = received.map(({ headers }) => headers['x-lago-unique-key'])
  expect(keys[0]).toBe(keys[1])
})

it('delivers after a restart what was waiting before it', async () => {
  const { url, received } = await receiver(200)
  const first = await startServer({ publicUrl: 'http://first.test' })
  await first.api('POST', '/webhook_endpoints', {
    webhook_endpoint: { webhook_url: url, event_types: ['plan.created'] },
  })
  const { planCode } = await world(first)
  await first.stop()
  const second = await startServer({ database: first.env.database })
  await expect.poll(() => received.map(({ body }) => body).join()).toContain(planCode)
  expect(await second.api('GET', `/plans/${planCode}`)).toMatchObject({ code: planCode })
  await second.destroy()
})
