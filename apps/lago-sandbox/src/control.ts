import { Hono } from 'hono'
import type { Clock } from './clock.ts'
import { isoMillis } from './domain/dates.ts'
import { invalid } from './errors.ts'
import { json, parseDate, record } from './http.ts'
import type { WebhookRow } from './rows.ts'
import type { Sandbox } from './sandbox.ts'

const OUTCOMES = ['succeed', 'fail', 'require_action']
const MAX_ADVANCE_DAYS = 3660

/** State that a reset keeps: who the server is and how it signs. */
const KEPT = ['migrations', 'organizations', 'sandbox_state']

async function reset({ pool }: Sandbox) {
  const { rows } = await pool.query<{ tablename: string }>(
    'select tablename from pg_tables where schemaname = current_schema() and not (tablename = any($1))',
    [KEPT],
  )
  // Positions of webhooks go on counting, so that whoever follows the log does not miss the new ones.
  await pool.query(`truncate ${rows.map(({ tablename }) => tablename).join(', ')}`)
  await pool.query(
    "update sandbox_state set clock_offset_ms = 0, jobs_ran_until = now(), next_payment = 'succeed'",
  )
}

function target(now: Date, body: Record<string, unknown>) {
  const to = parseDate(body.to)
  if (to) return to
  const hours = Number(body.days ?? 0) * 24 + Number(body.hours ?? 0)
  const given = 'days' in body || 'hours' in body
  if (!given || !Number.isFinite(hours) || hours < 0 || hours > MAX_ADVANCE_DAYS * 24) {
    throw invalid({ base: ['expected "to" (ISO 8601), "days" or "hours"'] })
  }
  return new Date(now.getTime() + hours * 3_600_000)
}

const serialize = (webhook: WebhookRow) => ({
  id: webhook.id,
  position: webhook.position,
  webhook_type: webhook.webhook_type,
  object_type: webhook.object_type,
  object_id: webhook.object_id,
  webhook_url: webhook.webhook_url,
  status: webhook.status,
  attempts: webhook.attempts,
  http_status: webhook.http_status,
  last_error: webhook.last_error,
  created_at: isoMillis(webhook.created_at),
  payload: JSON.parse(webhook.payload) as unknown,
})

/** What only a sandbox can do: move the clock, order how payments end, look at webhooks, start over. */
export function control(sandbox: Sandbox, clock: Clock) {
  const clockAnswer = async () => ({ clock: { now: isoMillis(await clock.now()) } })
  const bodyOf = async (request: { json: () => Promise<unknown> }) =>
    record(await request.json().catch(() => ({})))
  return new Hono()
    .get('/clock', async (c) => json(c, await clockAnswer()))
    .put('/clock', async (c) => {
      const now = parseDate((await bodyOf(c.req)).now)
      if (!now) throw invalid({ now: ['invalid_date'] })
      await clock.set(now)
      return json(c, await clockAnswer())
    })
    .post('/clock/advance', async (c) => {
      await clock.advance(target(await clock.now(), await bodyOf(c.req)))
      return json(c, await clockAnswer())
    })
    .post('/clock/tick', async (c) => {
      await clock.runCurrentHour()
      return json(c, await clockAnswer())
    })
    .get('/provider', async (c) => {
      const { rows } = await sandbox.pool.query('select next_payment as next from sandbox_state')
      return json(c, { provider: rows[0] })
    })
    .put('/provider', async (c) => {
      const { next } = await bodyOf(c.req)
      if (typeof next !== 'string' || !OUTCOMES.includes(next)) throw invalid({ next: ['value_is_invalid'] })
      await sandbox.pool.query('update sandbox_state set next_payment = $1', [next])
      return json(c, { provider: { next } })
    })
    .get('/webhooks', async (c) => {
      const { rows } = await sandbox.pool.query<WebhookRow>(
        'select * from webhooks where position > $1 order by position limit $2',
        [Number(c.req.query('after')) || 0, Number(c.req.query('limit')) || 1000],
      )
      return json(c, { webhooks: rows.map(serialize) })
    })
    .post('/reset', async (c) => {
      await reset(sandbox)
      return json(c, await clockAnswer())
    })
}
