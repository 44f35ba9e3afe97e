import { Hono } from 'hono'
import { invalid } from '../errors.ts'
import { bodyOf, findById, paginate, strings, text, type Params } from '../http.ts'
import type { WebhookEndpointRow } from '../rows.ts'
import type { Sandbox, Transaction } from '../sandbox.ts'
import { serializeWebhookEndpoint } from '../serializers/catalogue.ts'
import { publicKeyText } from '../webhooks/signature.ts'
import { param, present, route } from './route.ts'

const MAX_ENDPOINTS = 10

const isHttpUrl = (value: string) =>
  URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol)

async function validated(transaction: Transaction, params: Params, current?: WebhookEndpointRow) {
  const url = text(params.webhook_url) ?? current?.webhook_url ?? ''
  if (!isHttpUrl(url)) throw invalid({ webhook_url: ['url_is_invalid'] })
  const same = await transaction.find('webhook_endpoints', { webhook_url: url })
  if (same && same.id !== current?.id) throw invalid({ webhook_url: ['value_already_exist'] })
  const algorithm = text(params.signature_algo) ?? 'jwt'
  if (algorithm !== 'jwt' && algorithm !== 'hmac') throw invalid({ signature_algo: ['value_is_invalid'] })
  const types = strings(params.event_types)
  return present(params, {
    webhook_url: url,
    signature_algo: algorithm as WebhookEndpointRow['signature_algo'],
    name: text(params.name),
    event_types: types.length === 0 || types.includes('*') ? null : types,
  })
}

export function webhookEndpoints(sandbox: Sandbox) {
  const run = route(sandbox)
  const find = (transaction: Transaction, id: string) =>
    findById(transaction, 'webhook_endpoints', id, 'webhook_endpoint')
  const answer = (transaction: Transaction, endpoint: WebhookEndpointRow) => ({
    webhook_endpoint: serializeWebhookEndpoint(transaction, endpoint),
  })
  return new Hono()
    .get(
      '/',
      run(async (transaction, c) => {
        const { rows, meta } = await paginate(c, transaction, 'webhook_endpoints', {})
        return { webhook_endpoints: rows.map((row) => serializeWebhookEndpoint(transaction, row)), meta }
      }),
    )
    .post(
      '/',
      run(async (transaction, c) => {
        const row = await validated(transaction, await bodyOf(c, 'webhook_endpoint'))
        if ((await transaction.count('webhook_endpoints', {})) >= MAX_ENDPOINTS) {
          throw invalid({ base: ['exceeded_limit'] })
        }
        return answer(transaction, await transaction.insert('webhook_endpoints', row))
      }),
    )
    .get(
      '/:id',
      run(async (transaction, c) => answer(transaction, await find(transaction, param(c, 'id')))),
    )
    .put(
      '/:id',
      run(async (transaction, c) => {
        const endpoint = await find(transaction, param(c, 'id'))
        const row = await validated(transaction, await bodyOf(c, 'webhook_endpoint'), endpoint)
        return answer(transaction, await transaction.update('webhook_endpoints', endpoint.id, row))
      }),
    )
    .delete(
      '/:id',
      run(async (transaction, c) => {
        const endpoint = await find(transaction, param(c, 'id'))
        await transaction.delete('webhook_endpoints', { id: endpoint.id })
        return answer(transaction, endpoint)
      }),
    )
}

export function webhookKeys(sandbox: Sandbox) {
  const key = () =>
    sandbox.transaction(({ organization }) => Promise.resolve(publicKeyText(organization.signing_key)))
  return new Hono()
    .get('/public_key', async (c) => c.text(await key()))
    .get('/json_public_key', async (c) => c.json({ webhook: { public_key: await key() } }))
}
