import type { Context, Handler } from 'hono'
import { forbidden, notImplemented } from '../errors.ts'
import { json } from '../http.ts'
import type { Sandbox, Transaction } from '../sandbox.ts'

export type Action = (transaction: Transaction, c: Context) => Promise<unknown>

/** Runs an action in one transaction and answers its result; every success is 200, no result is an empty body (CONTRACT 1.2). */
export const route =
  (sandbox: Sandbox) =>
  (action: Action): Handler =>
  async (c) => {
    const body = await sandbox.transaction((transaction) => action(transaction, c))
    return body === undefined ? c.body('', 200) : json(c, body)
  }

export const param = (c: Context, name: string) => c.req.param(name) ?? ''

/** Customers' ids end at a dot in the routes of Lago (CONTRACT 2.5). */
export const customerParam = (c: Context, name = 'external_id') => param(c, name).split('.')[0]!

export async function serializeAll<Input, Output>(
  rows: Input[],
  serialize: (row: Input) => Promise<Output> | Output,
) {
  const result: Output[] = []
  for (const row of rows) result.push(await serialize(row))
  return result
}

/** Only the keys that a request carries change. */
export function present<T extends object>(params: Record<string, unknown>, values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([key]) => key in params)) as Partial<T>
}

/** A premium service: refused without the licence, and with it one of those that the sandbox does not have. */
export const premiumOnly: Action = ({ premium }) => Promise.reject(premium ? notImplemented() : forbidden())
