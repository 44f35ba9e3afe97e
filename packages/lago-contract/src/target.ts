import type { Json } from './scenarios.ts'

/** Moves the time of the server under test. Real Lago needs a faked clock behind this. */
export interface Clock {
  /** Jumps to an instant without running jobs. */
  set(instant: Date): Promise<void>
  /** Lets time pass until an instant and runs every job of the hours crossed. */
  advance(instant: Date): Promise<void>
  /** Runs the jobs of the current hour. */
  tick(): Promise<void>
}

export interface SentWebhook {
  type: string
  payload: unknown
}

/** What the server sent since a point; real Lago needs a receiver behind this. */
export interface WebhookLog {
  mark(): Promise<number>
  since(mark: number): Promise<SentWebhook[]>
}

export interface Target {
  /** Origin of the server, without `/api/v1`. */
  url: string
  key: string
  clock: Clock
  webhooks?: WebhookLog
  /** Waits for background work after a call. */
  settle?: () => Promise<void>
}

export interface Answer {
  status: number
  text: string
  json: Json
}

/** A request that never throws for its status; a body that is no JSON object counts as empty. */
export async function request(
  url: string,
  { method = 'GET', key, body }: { method?: string; key?: string; body?: unknown } = {},
): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: {
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  const text = await response.text()
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    json = {}
  }
  return { status: response.status, text, json: json as Json }
}

/** The sandbox, driven through its own control API. */
export function sandboxTarget(url: string, key: string): Target {
  const control = async (method: string, path: string, body?: unknown) => {
    const answer = await request(`${url}/_sandbox${path}`, { method, key, body })
    if (answer.status !== 200) throw new Error(`${method} /_sandbox${path}: ${answer.status} ${answer.text}`)
    return answer.json
  }
  const sent = async (after: number) =>
    (await control('GET', `/webhooks?after=${after}&limit=100000`)).webhooks as {
      position: number
      webhook_type: string
      payload: unknown
    }[]
  // Where the log ended when it was last looked at, so that a long one is not read again and again.
  let last = 0
  return {
    url,
    key,
    clock: {
      async set(instant) {
        await control('PUT', '/clock', { now: instant.toISOString() })
      },
      async advance(instant) {
        await control('POST', '/clock/advance', { to: instant.toISOString() })
      },
      async tick() {
        await control('POST', '/clock/tick')
      },
    },
    webhooks: {
      async mark() {
        last = (await sent(last)).at(-1)?.position ?? last
        return last
      },
      async since(mark) {
        return (await sent(mark)).map(({ webhook_type, payload }) => ({ type: webhook_type, payload }))
      },
    },
  }
}
