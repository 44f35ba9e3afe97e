import { type Key, t } from '#core/language'
import type { Action, Actions } from '#ledger/record'

/**
 * Who took part, as the reader knows them: `who` begins a sentence, with the verb where a language bends it to the person
 * (“Sie haben”), `whom` and `whose` are what it happened to.
 */
export type Parties = Record<'who' | 'whom' | 'whose', string>

/** What happened, in a sentence for people. A domain says it of its own actions; `config/sentences.ts` gathers them. */
export type Sentences = { [A in Action]?: (parties: Parties, metadata: Actions[A]) => string }

type EventKey = Extract<Key, `events.${string}`>

/** A sentence that names nothing but who took part. */
export const told = (key: EventKey) => (parties: Parties) => t(key, parties)

/** A sentence with the reason that was given, if there was one. */
export const because = (said: string, reason: string | null | undefined) =>
  reason ? t('events.because', { told: said, reason }) : said
