import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import type { Env } from './env.ts'
import type { Row, Tables } from './rows.ts'

const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.INT8, Number)
types.setTypeParser(pg.types.builtins.DATE, (day) => day)

export function createPool({ host, port, user, password, database, schema }: Env['database']) {
  return new pg.Pool({
    host,
    port,
    user,
    password,
    database,
    types,
    max: 10,
    connectionTimeoutMillis: 3000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
    keepAlive: true,
    options: `-c search_path=${schema}`,
  })
}

const MIGRATION_LOCK = 7_310_001

/** Applies the files of `migrations/` that were not applied before, in the order of their names. */
export async function migrate(pool: pg.Pool, schema: string) {
  const folder = new URL('../migrations/', import.meta.url)
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
    if (schema !== 'public') await client.query(`create schema if not exists ${pg.escapeIdentifier(schema)}`)
    await client.query('create table if not exists migrations (name text primary key)')
    const applied = await client.query<{ name: string }>('select name from migrations')
    const names = new Set(applied.rows.map(({ name }) => name))
    for (const name of readdirSync(folder).sort()) {
      if (names.has(name)) continue
      await client.query(readFileSync(new URL(name, folder), 'utf8'))
      await client.query('insert into migrations values ($1)', [name])
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

export type Where<T> = { [K in keyof T]?: T[K] | T[K][] }

export interface Selection {
  order?: string
  limit?: number
  offset?: number
}

const quote = pg.escapeIdentifier

// The driver would send an array as a Postgres array; only text[] columns want that.
function parameter(value: unknown) {
  if (value instanceof Date || value === null || typeof value !== 'object') return value
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value
  return JSON.stringify(value)
}

const jsonColumns = new Set([
  'applied_taxes',
  'metadata',
  'filters',
  'privileges',
  'properties',
  'profile',
  'usage_thresholds',
  'values',
])
const column = (name: string, value: unknown) =>
  jsonColumns.has(name) && value !== null ? JSON.stringify(value) : parameter(value)

function conditions(where: object, values: unknown[]) {
  const parts = Object.entries(where).map(([name, value]) => {
    if (value === undefined) throw new Error(`The condition on ${name} is undefined`)
    if (value === null) return `${quote(name)} is null`
    values.push(value)
    return Array.isArray(value)
      ? `${quote(name)} = any($${values.length})`
      : `${quote(name)} = $${values.length}`
  })
  return parts.length ? ` where ${parts.join(' and ')}` : ''
}

/** Typed access to the tables on one connection. Rows go in and come out in the shapes of `rows.ts`. */
export class Database {
  protected readonly client: pg.ClientBase
  /** The instant on the sandbox's clock at which everything in this transaction happens. */
  readonly now: Date

  constructor(client: pg.ClientBase, now: Date) {
    this.client = client
    this.now = now
  }

  async query<T extends pg.QueryResultRow>(sql: string, values: unknown[] = []) {
    const { rows } = await this.client.query<T>(sql, values)
    return rows
  }

  async list<K extends keyof Tables>(
    table: K,
    where: Where<Tables[K]> = {},
    { order = 'created_at, id', limit, offset }: Selection = {},
  ): Promise<Tables[K][]> {
    const values: unknown[] = []
    let sql = `select * from ${table}${conditions(where, values)} order by ${order}`
    if (limit !== undefined) sql += ` limit ${limit} offset ${offset ?? 0}`
    return this.query(sql, values) as Promise<Tables[K][]>
  }

  async find<K extends keyof Tables>(table: K, where: Where<Tables[K]>, order?: string) {
    const [row] = await this.list(table, where, { order, limit: 1 })
    return row
  }

  /** The row with this id; for ids that foreign keys guarantee. */
  async get<K extends keyof Tables>(table: K, id: string) {
    const row = await this.find(table, { id } as Where<Tables[K]>)
    if (!row) throw new Error(`${table} ${id} does not exist`)
    return row
  }

  async count<K extends keyof Tables>(table: K, where: Where<Tables[K]>) {
    const values: unknown[] = []
    const [row] = await this.query<{ count: number }>(
      `select count(*) as count from ${table}${conditions(where, values)}`,
      values,
    )
    return row!.count
  }

  async insert<K extends keyof Tables>(table: K, row: Partial<Tables[K]>) {
    const full: Partial<Row> = { id: randomUUID(), created_at: this.now, updated_at: this.now, ...row }
    const entries = Object.entries(full).filter(([, value]) => value !== undefined)
    const [inserted] = await this.query(
      `insert into ${table} (${entries.map(([name]) => quote(name)).join(', ')})
       values (${entries.map((_, index) => `$${index + 1}`).join(', ')}) returning *`,
      entries.map(([name, value]) => column(name, value)),
    )
    return inserted as Tables[K]
  }

  async update<K extends keyof Tables>(table: K, id: string, changes: Partial<Tables[K]>) {
    const entries = Object.entries({ updated_at: this.now, ...changes }).filter(
      ([, value]) => value !== undefined,
    )
    const [updated] = await this.query(
      `update ${table} set ${entries.map(([name], index) => `${quote(name)} = $${index + 2}`).join(', ')}
       where id = $1 returning *`,
      [id, ...entries.map(([name, value]) => column(name, value))],
    )
    return updated as Tables[K]
  }

  async delete<K extends keyof Tables>(table: K, where: Where<Tables[K]>) {
    const values: unknown[] = []
    await this.query(`delete from ${table}${conditions(where, values)}`, values)
  }
}
