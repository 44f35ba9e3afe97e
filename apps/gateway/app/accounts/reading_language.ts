import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import type User from '#accounts/models/user'
import { type Language, languages } from '#config/i18n'
import type LedgerEvent from '#ledger/models/ledger_event'

interface Client {
  from(table: string): DatabaseQueryBuilderContract<{ language: Language }>
}

/**
 * The language of a mail: the one that its reader has chosen; otherwise what the browser asked for in which they, or
 * somebody whom nobody knew yet, caused it; otherwise what their browser asked for last.
 *
 * @param user null where there is no account yet, as for who is invited
 * @param cause null where it says nothing about the reader
 */
export async function languageOf(user: User | null, cause: LedgerEvent | null = null, client: Client = db) {
  if (user?.language) return user.language
  const isTheirs = !user || !cause?.actorId || cause.actorId === user.id
  return (isTheirs && cause?.language) || (user && (await lastAsked(user, client))) || languages[0]
}

/** Where an administrator acted in their name, it was the administrator's browser. */
async function lastAsked({ id }: User, client: Client) {
  const event = await client
    .from('ledger_events')
    .select('language')
    .where({ actor_id: id })
    .whereNull('impersonator_id')
    .whereNotNull('language')
    .orderBy('id', 'desc')
    .first()
  return event?.language
}
