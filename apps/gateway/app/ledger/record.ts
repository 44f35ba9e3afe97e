import { HttpContext } from '@adonisjs/core/http'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { uuidv7 } from 'uuidv7'
import { subscribers } from '#config/ledger'
import { asked } from '#core/language'

/** What can happen. A domain adds its own by declaring them: `declare module '#ledger/record'`. */
export interface Actions {
  'user.registered': { organizationName: string; provider?: string; invited?: boolean }
  'user.password_changed': object
  'user.profile_updated': { fullName: string }
  'organization.created': { name: string }
}

export type Action = keyof Actions

interface Entry<A extends Action> {
  action: A
  /** What it happened to: its kind and its id. */
  subject: [type: string, id: string]
  metadata?: Actions[A]
  organizationId?: string
  /** Given where the request does not know it yet, as when someone registers. */
  actorId?: string
}

/**
 * Records that something happened, in the caller's own transaction: both are committed or neither is. Who did it and
 * from where is taken from the current request; outside of one, the actor is the system. By an API key, whoever created it
 * has done it, and the key is named beside them.
 *
 * @returns the id of the event
 */
export async function record<A extends Action>(trx: TransactionClientContract, entry: Entry<A>) {
  const ctx = HttpContext.get()
  const userId = ctx?.auth?.user?.id ?? null
  const actorId = entry.actorId ?? userId
  const id = uuidv7()

  await trx.table('ledger_events').insert({
    id,
    organization_id: entry.organizationId ?? null,
    actor_type: ctx?.apiKey ? 'api_key' : actorId ? 'user' : 'system',
    actor_id: actorId,
    impersonator_id: (actorId === userId && ctx?.impersonation?.administrator.id) || null,
    api_key_id: ctx?.apiKey?.id ?? null,
    api_key_name: ctx?.apiKey?.name ?? null,
    action: entry.action,
    subject_type: entry.subject[0],
    subject_id: entry.subject[1],
    metadata: JSON.stringify(entry.metadata ?? {}),
    ip: ctx?.request.ip() ?? null,
    user_agent: ctx?.request.header('user-agent')?.slice(0, 400) ?? null,
    request_id: ctx?.request.id() ?? null,
    language: asked(ctx?.request.header('accept-language')),
  })

  const deliveries = Object.entries(subscribers)
    .filter(([, { actions }]) => (actions as readonly Action[]).includes(entry.action))
    .map(([subscriber]) => ({ event_id: id, subscriber }))
  if (deliveries.length > 0) await trx.table('ledger_deliveries').multiInsert(deliveries)
  return id
}
