import type { HttpContext } from '@adonisjs/core/http'
import type { EventList } from '#audit/event_list'
import { type Reader, type Story, tell } from '#audit/story'
import { sendCsv } from '#core/csv'
import { speak, spoken } from '#core/language'
import { iso } from '#core/time'

/** Only the browser itself has any use for its mark. */
const details = ({ browserHash: _, ...metadata }: Record<string, unknown>) => JSON.stringify(metadata)

const columns = {
  id: ({ event }: Story) => event.id,
  at: ({ event }: Story) => iso(event.createdAt),
  actor_id: ({ actor }: Story) => actor.id,
  actor: ({ actor }: Story) => actor.name,
  api_key: ({ actor }: Story) => actor.key,
  action: ({ event }: Story) => event.action,
  sentence: ({ sentence }: Story) => sentence,
  subject_type: ({ event }: Story) => event.subjectType,
  subject_id: ({ event }: Story) => event.subjectId,
  details: ({ event }: Story) => details(event.metadata),
  ip: ({ trace }: Story) => trace?.ip ?? null,
  user_agent: ({ trace }: Story) => trace?.userAgent ?? null,
}

/** The file is made when the request is over, in whose language it was asked for. */
function stories(list: EventList, reader: Reader) {
  const language = spoken()
  return (async function* () {
    for await (const events of list.all()) yield speak(language, () => tell(events, reader))
  })()
}

/** Answers with a part of the ledger as a file, which is made while it is sent. */
export const sendEvents = (
  ctx: Pick<HttpContext, 'response'>,
  name: string,
  list: EventList,
  reader: Reader,
) => sendCsv(ctx, name, columns, stories(list, reader))
