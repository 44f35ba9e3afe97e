import { createHmac, generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { Database } from './db.ts'
import type { Env } from './env.ts'
import type { OrganizationRow } from './rows.ts'

export interface State {
  clock_offset_ms: number
  jobs_ran_until: Date | null
  next_payment: 'succeed' | 'fail' | 'require_action'
}

interface QueuedWebhook {
  type: string
  objectType: string
  objectId: string | null
  render: () => Promise<unknown>
}

/** One unit of work: everything in it happens at one instant of the sandbox's clock, or not at all. */
export class Transaction extends Database {
  readonly env: Env
  readonly organization: OrganizationRow
  readonly state: State
  readonly queuedWebhooks: QueuedWebhook[] = []

  constructor(client: pg.ClientBase, now: Date, env: Env, organization: OrganizationRow, state: State) {
    super(client, now)
    this.env = env
    this.organization = organization
    this.state = state
  }

  get premium() {
    return this.env.premium
  }

  /** Makes writers of one customer take turns until the end of the transaction. */
  async lockCustomer(externalId: string) {
    await this.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`customer:${externalId}`])
  }

  /** The payload is rendered at the end of the transaction, so that it equals what a GET answers afterwards. */
  webhook(type: string, objectType: string, objectId: string | null, render: () => Promise<unknown>) {
    this.queuedWebhooks.push({ type, objectType, objectId, render })
  }
}

const ORGANIZATION_NAME = 'Gantry Sandbox'

/** Where the seller is decides which value added tax is due; an API call changes it. */
const ORGANIZATION_PROFILE = { country: 'DE' }

/** The sandbox's organization, clock and keys on top of a database pool. */
export class Sandbox {
  readonly pool: pg.Pool
  readonly env: Env
  /** Runs after a commit that announced something: wakes whoever sends webhooks and makes payments. */
  onCommit: () => void = () => undefined
  #flush: (transaction: Transaction) => Promise<void>

  constructor(pool: pg.Pool, env: Env, flush: (transaction: Transaction) => Promise<void>) {
    this.pool = pool
    this.env = env
    this.#flush = flush
  }

  /** @param at the instant the work happens; by default what the sandbox's clock shows */
  async transaction<T>(work: (transaction: Transaction) => Promise<T>, at?: Date): Promise<T> {
    const client = await this.pool.connect()
    try {
      await client.query('begin')
      const { rows: states } = await client.query<State>('select * from sandbox_state')
      const { rows: organizations } = await client.query<OrganizationRow>('select * from organizations')
      const state = states[0]!
      const now = at ?? new Date(Date.now() + state.clock_offset_ms)
      const transaction = new Transaction(client, now, this.env, organizations[0]!, state)
      const result = await work(transaction)
      await this.#flush(transaction)
      await client.query('commit')
      if (transaction.queuedWebhooks.length) this.onCommit()
      return result
    } catch (error) {
      await client.query('rollback').catch(() => undefined)
      throw error
    } finally {
      client.release()
    }
  }

  /** Creates the organization with its signing key on the first boot. */
  async ensureOrganization() {
    const client = await this.pool.connect()
    try {
      const { rows } = await client.query('select 1 from organizations')
      if (rows.length) return
      const id = randomUUID()
      const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
      const prefix = `${ORGANIZATION_NAME.slice(0, 3)}-${id.slice(-4)}`.toUpperCase()
      await client.query(
        `insert into organizations (id, name, document_number_prefix, hmac_key, signing_key, profile, created_at, updated_at)
         select $1, $2, $3, $4, $5, $6, now(), now() where not exists (select 1 from organizations)`,
        [
          id,
          ORGANIZATION_NAME,
          prefix,
          // Derived, so that whoever knows the API key can check HMAC signatures without a dashboard.
          createHmac('sha256', this.env.apiKey).update('webhooks').digest('hex'),
          privateKey.export({ type: 'pkcs8', format: 'pem' }),
          ORGANIZATION_PROFILE,
        ],
      )
    } finally {
      client.release()
    }
  }
}

export const randomToken = () => randomBytes(24).toString('base64url')
