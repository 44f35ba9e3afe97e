import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type LedgerEvent from '#ledger/models/ledger_event'
import type { Action } from '#ledger/record'

/**
 * Reacts to one event. What it writes through `trx` is committed together with the mark "delivered", so it happens
 * exactly once; what it does outside the database (a mail, a call) can be repeated if the worker dies in between.
 */
export type Subscriber = (event: LedgerEvent, trx: TransactionClientContract) => Promise<void>

export type Subscribers = Record<
  string,
  { actions: readonly Action[]; load: () => Promise<{ default: Subscriber }> }
>
