import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import type { Infer } from '@vinejs/vine/types'
import { DateTime } from 'luxon'
import type { eventListValidator } from '#audit/validators/event'
import LedgerEvent from '#ledger/models/ledger_event'

export type EventQuery = ModelQueryBuilderContract<typeof LedgerEvent>

/** What somebody did, and what was done to them. */
export const ofPerson = (id: string) =>
  LedgerEvent.query().where((either) =>
    either
      .where({ actorId: id })
      .orWhere({ impersonatorId: id })
      .orWhere({ subjectType: 'user', subjectId: id }),
  )

export const ofOrganization = (id: string) => LedgerEvent.query().where({ organizationId: id })

/** A part of the ledger, the newest first. Ids are in the order of time, so the last one shown is where to go on. */
export class EventList {
  constructor(
    private scope: () => EventQuery,
    private wanted: Infer<typeof eventListValidator> = {},
  ) {}

  async page() {
    const { cursor, perPage = 25 } = this.wanted
    const events = await this.#before(cursor, perPage + 1)
    const shown = events.slice(0, perPage)
    return { events: shown, next: events.length > perPage ? (shown.at(-1)?.id ?? null) : null }
  }

  async *all(batch = 1_000) {
    let events: LedgerEvent[] = []
    do {
      events = await this.#before(events.at(-1)?.id, batch)
      if (events.length > 0) yield events
    } while (events.length === batch)
  }

  #before(cursor: string | undefined, limit: number) {
    const { action, person, from, until } = this.wanted
    return this.scope()
      .if(cursor, (query) => query.where('id', '<', cursor!))
      .if(action, (query) => query.where({ action: action! }))
      .if(person, (query) =>
        query.where((by) => by.where({ actorId: person! }).orWhere({ impersonatorId: person! })),
      )
      .if(from, (query) => query.where('created_at', '>=', dayOf(from!).toJSDate()))
      .if(until, (query) => query.where('created_at', '<', dayOf(until!).plus({ days: 1 }).toJSDate()))
      .orderBy('id', 'desc')
      .limit(limit)
  }
}

/** The beginning of a day in UTC, wherever the server stands. */
const dayOf = (date: Date) => DateTime.utc(date.getFullYear(), date.getMonth() + 1, date.getDate())
