import { log } from '../log.ts'
import type { WebhookRow } from '../rows.ts'
import type { Sandbox } from '../sandbox.ts'
import { hmacSignature, jwtSignature } from './signature.ts'

const ATTEMPTS = 3
const TIMEOUT_MS = 30_000
const BATCH = 20
/** A claimed webhook is taken up again after this, should the process die while it sends. */
const LEASE_SECONDS = 90
const DELIVERED = [200, 201, 202, 204]

const waitSeconds = (attempt: number) => (attempt ** 4 + 2) * (1 + Math.random() * 0.15)

type Claimed = WebhookRow & { signature_algo: 'jwt' | 'hmac'; signing_key: string; hmac_key: string }

const claim = async ({ pool }: Sandbox) => {
  const { rows } = await pool.query<Claimed>(
    `update webhooks set attempts = attempts + 1, next_attempt_at = clock_timestamp() + $1 * interval '1 second'
     from webhook_endpoints, organizations
     where webhook_endpoints.id = webhooks.webhook_endpoint_id and webhooks.id in (
       select id from webhooks where status = 'pending' and next_attempt_at <= clock_timestamp()
       order by position limit $2 for update skip locked
     )
     returning webhooks.*, webhook_endpoints.signature_algo, organizations.signing_key, organizations.hmac_key`,
    [LEASE_SECONDS, BATCH],
  )
  return rows
}

async function post(webhook: Claimed, issuer: string) {
  const { payload, signature_algo: algorithm } = webhook
  const response = await fetch(webhook.webhook_url!, {
    method: 'POST',
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT_MS),
    headers: {
      'content-type': 'application/json',
      'x-lago-signature':
        algorithm === 'jwt'
          ? jwtSignature(payload, webhook.signing_key, issuer)
          : hmacSignature(payload, webhook.hmac_key),
      'x-lago-signature-algorithm': algorithm,
      'x-lago-unique-key': webhook.id,
    },
    body: payload,
  })
  await response.body?.cancel()
  return response.status
}

async function deliver(sandbox: Sandbox, webhook: Claimed) {
  let httpStatus: number | null = null
  let problem: string | null = null
  try {
    httpStatus = await post(webhook, sandbox.env.publicUrl)
    if (!DELIVERED.includes(httpStatus)) problem = `HTTP ${httpStatus}`
  } catch (error) {
    problem = error instanceof Error ? String(error.cause ?? error.message) : String(error)
  }
  const status = problem === null ? 'succeeded' : webhook.attempts >= ATTEMPTS ? 'failed' : 'pending'
  await sandbox.pool.query(
    `update webhooks set status = $2, http_status = $3, last_error = $4,
       next_attempt_at = clock_timestamp() + $5 * interval '1 second' where id = $1`,
    [webhook.id, status, httpStatus, problem, waitSeconds(webhook.attempts)],
  )
  if (problem) {
    log('warn', 'webhook not delivered', {
      webhook: webhook.id,
      type: webhook.webhook_type,
      attempt: webhook.attempts,
      problem,
    })
  }
}

/** Sends what is due; resolves when nothing is left that may be sent now. */
export async function deliverDue(sandbox: Sandbox) {
  for (let batch = await claim(sandbox); batch.length > 0; batch = await claim(sandbox)) {
    await Promise.all(batch.map((webhook) => deliver(sandbox, webhook)))
  }
}
