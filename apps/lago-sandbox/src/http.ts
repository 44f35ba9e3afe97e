import type { Context } from 'hono'
import { badRequest, invalid, notFound } from './errors.ts'
import type { Selection, Where } from './db.ts'
import type { Tables } from './rows.ts'
import type { Transaction } from './sandbox.ts'

export type Params = Record<string, unknown>

const ESCAPES: Record<string, string> = {
  '&': '\\u0026',
  '<': '\\u003c',
  '>': '\\u003e',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}

/** JSON with the escapes that Rails adds; signatures are made over these bytes (CONTRACT 1.5). */
export const railsJson = (value: unknown) =>
  JSON.stringify(value).replace(/[&<>\u2028\u2029]/g, (character) => ESCAPES[character]!)

export const json = (c: Context, body: unknown, status: number = 200) =>
  c.body(railsJson(body), status as 200, { 'content-type': 'application/json; charset=utf-8' })

const isRecord = (value: unknown): value is Params =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The object under the root key of the body; Rails refuses a missing or empty one. */
export async function bodyOf(c: Context, root: string): Promise<Params> {
  const body = await c.req.json().catch(() => undefined)
  const value = isRecord(body) ? body[root] : undefined
  if (!isRecord(value) || Object.keys(value).length === 0) throw badRequest(root)
  return value
}

export async function listOf(c: Context, root: string): Promise<Params[]> {
  const body = await c.req.json().catch(() => undefined)
  const value = isRecord(body) ? body[root] : undefined
  if (!Array.isArray(value)) throw badRequest(root)
  return value.filter(isRecord)
}

export const text = (value: unknown) =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null

export const isBlank = (value: unknown) =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '')

export const strings = (value: unknown) =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []

export const records = (value: unknown) => (Array.isArray(value) ? value.filter(isRecord) : [])

export const record = (value: unknown): Params => (isRecord(value) ? value : {})

const ISO_8601 = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/

/** A date from a request; undefined when it is none. Without an offset it is UTC. */
export function parseDate(value: unknown) {
  if (typeof value !== 'string' || !ISO_8601.test(value)) return undefined
  const zoned = /[T ].*(Z|[+-]\d{2}:?\d{2})$/.test(value) || !/[T ]/.test(value) ? value : `${value}Z`
  const date = new Date(zoned)
  return Number.isNaN(date.getTime()) ? undefined : date
}

/** Collects symbolic codes per field and throws them together as one 422. */
export class Problems {
  readonly details: Record<string, string[]> = {}

  add(field: string, code: string) {
    const codes = (this.details[field] ??= [])
    if (!codes.includes(code)) codes.push(code)
  }

  require(params: Params, ...fields: string[]) {
    for (const field of fields) if (isBlank(params[field])) this.add(field, 'value_is_mandatory')
  }

  throwIfAny() {
    if (Object.keys(this.details).length) throw invalid(this.details)
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value)

/** The row with this id, or the 404 of its resource; what is no UUID is simply not found. */
export async function findById<K extends keyof Tables>(
  transaction: Transaction,
  table: K,
  id: unknown,
  resource: string,
  scope: Where<Tables[K]> = {},
) {
  const row = isUuid(id) ? await transaction.find(table, { ...scope, id } as Where<Tables[K]>) : undefined
  if (!row) throw notFound(resource)
  return row
}

export interface Page {
  page: number
  perPage: number
}

export function pageOf(c: Context): Page {
  const number = (name: string, fallback: number) => {
    const value = Number.parseInt(c.req.query(name) ?? '', 10)
    return value > 0 ? value : fallback
  }
  return { page: number('page', 1), perPage: Math.min(number('per_page', 100), 1000) }
}

export function pageMeta({ page, perPage }: Page, total: number) {
  const pages = Math.ceil(total / perPage)
  return {
    current_page: total === 0 ? 0 : page,
    next_page: page < pages ? page + 1 : null,
    prev_page: page > 1 && total > 0 ? page - 1 : null,
    total_pages: pages,
    total_count: total,
  }
}

export const NEWEST_FIRST = 'created_at desc, id asc'

/** One page of a table with its `meta`. */
export async function paginate<K extends keyof Tables>(
  c: Context,
  transaction: Transaction,
  table: K,
  where: Where<Tables[K]>,
  order: Selection['order'] = NEWEST_FIRST,
) {
  const page = pageOf(c)
  const [total, rows] = [
    await transaction.count(table, where),
    await transaction.list(table, where, {
      order,
      limit: page.perPage,
      offset: (page.page - 1) * page.perPage,
    }),
  ]
  return { rows, meta: pageMeta(page, total) }
}

/** The values of `name[]` or `name`. */
export const queryList = (c: Context, name: string) => [
  ...(c.req.queries(`${name}[]`) ?? []),
  ...(c.req.queries(name) ?? []),
]
