import { createHmac } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import { PurgeBatch, type PurgeEvent } from '../extensions/gantry-purge/src/batch.ts'
import { deliver } from '../extensions/gantry-purge/src/deliver.ts'
import { receiver } from './receiver.ts'

const events: PurgeEvent[] = [{ collection: 'posts', event: 'update', keys: ['1'] }]
const noWaits = [0, 0, 0, 0, 0]

let gateway: Awaited<ReturnType<typeof receiver>>
afterEach(() => gateway.close())

test('a delivery is signed over the time and the exact bytes', async () => {
  gateway = await receiver()
  await deliver({ url: gateway.url, secret: 'secret' }, events)

  const [{ headers, body } = expect.fail('nothing was delivered')] = gateway.deliveries
  const timestamp = String(headers['x-gantry-timestamp'])
  const expected = createHmac('sha256', 'secret').update(`${timestamp}.${body}`).digest('hex')
  expect(headers['x-gantry-signature']).toBe(`sha256=${expected}`)
  expect(timestamp).toMatch(/^\d{10}$/)
  expect(JSON.parse(body)).toEqual({ events })
})

test('a refused delivery is repeated until it is accepted', async () => {
  gateway = await receiver([503, 500])
  await deliver({ url: gateway.url, secret: 'secret' }, events, noWaits)
  expect(gateway.deliveries).toHaveLength(3)
})

test('after five repetitions the loss is an error that names the answer', async () => {
  gateway = await receiver([401, 401, 401, 401, 401, 401])
  await expect(deliver({ url: gateway.url, secret: 'wrong' }, events, noWaits)).rejects.toThrow(
    'answered 401',
  )
  expect(gateway.deliveries).toHaveLength(6)
})

test('a gateway that is not there is an error after the same number of tries', async () => {
  gateway = await receiver()
  await gateway.close()
  await expect(deliver({ url: gateway.url, secret: 'secret' }, events, noWaits)).rejects.toThrow(gateway.url)
})

test('changes close to each other go out together, each key once', () => {
  vi.useFakeTimers()
  const sent: PurgeEvent[][] = []
  const batch = new PurgeBatch((gathered) => sent.push(gathered))
  batch.add('posts', 'update', ['1'])
  batch.add('posts', 'update', ['1', 2])
  batch.add('authors', 'delete', ['3'])
  expect(sent).toEqual([])
  vi.runAllTimers()
  batch.add('posts', 'create', ['4'])
  vi.runAllTimers()
  vi.useRealTimers()

  expect(sent).toEqual([
    [
      { collection: 'posts', event: 'update', keys: ['1', '2'] },
      { collection: 'authors', event: 'delete', keys: ['3'] },
    ],
    [{ collection: 'posts', event: 'create', keys: ['4'] }],
  ])
})
