import { createHmac } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { PurgeEvent } from './batch.ts'

export interface Target {
  url: string
  secret: string
}

const timeoutMs = 2_000
/** The waits before the second to the sixth try. Whatever is lost after them ages out of the gateway's cache. */
const retriesMs = [100, 500, 2_000, 5_000, 15_000]

/** Posts the events, signed over the exact bytes and the time, until the gateway accepts them or the tries are used up. */
export async function deliver(target: Target, events: PurgeEvent[], waits = retriesMs): Promise<void> {
  const body = JSON.stringify({ events })
  for (const pause of [...waits, undefined]) {
    const refusal = await post(target, body).catch((error: Error) => error.message)
    if (refusal === undefined) return
    if (pause === undefined) throw new Error(`${target.url}: ${refusal}`)
    await wait(pause)
  }
}

async function post({ url, secret }: Target, body: string): Promise<string | undefined> {
  const timestamp = String(Math.floor(Date.now() / 1_000))
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-gantry-timestamp': timestamp,
      'x-gantry-signature': `sha256=${signature(secret, timestamp, body)}`,
    },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  })
  await response.body?.cancel()
  return response.ok ? undefined : `answered ${response.status}`
}

export const signature = (secret: string, timestamp: string, body: string): string =>
  createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')
