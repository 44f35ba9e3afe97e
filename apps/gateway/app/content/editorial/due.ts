import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import { isDirectusError, readItems } from '@directus/sdk'
import { DateTime } from 'luxon'
import User from '#accounts/models/user'
import { can } from '#accounts/roles'
import { purge } from '#content/cache'
import { reader } from '#content/cms/client'
import { Entries } from '#content/editorial/entries'
import { about } from '#content/editorial/kinds'
import { FormerEditorException } from '#content/exceptions/entry_exceptions'
import ContentSchedule from '#content/models/content_schedule'
import type { Kind } from '#content/validators/entry'
import { toOutage } from '#core/exceptions/outage'
import { Refusal } from '#core/exceptions/refusal'
import { ServiceUnavailableException } from '#core/exceptions/service_unavailable_exception'
import { speak, t } from '#core/language'
import { record } from '#ledger/record'
import { languageOf } from '#accounts/reading_language'

/**
 * Publishes what is due, in the name of whoever set the time, if they still may. What cannot be published says why and
 * waits for a person; while the CMS or a store is away everything waits.
 */
export async function publishDue(now = DateTime.utc()) {
  const due = await ContentSchedule.query()
    .whereNull('failure')
    .where('publish_at', '<=', now.toSQL()!)
    .orderBy('publish_at')
  for (const schedule of due) {
    try {
      await publish(schedule)
    } catch (error) {
      if (isOutage(error)) {
        logger.warn({ err: error }, 'something is away; what is due is published when it is back')
        return
      }
      await fail(schedule, error)
    }
  }
}

async function publish({ kind, entryId, publishAt, userId }: ContentSchedule) {
  const person = userId ? await User.find(userId) : null
  if (!person || person.disabledAt || !can(person, 'content.publish')) {
    throw new FormerEditorException()
  }
  await new Entries(kind as Kind, person).publishDue(entryId, publishAt)
}

/** What passes by itself: an outage, or more requests at once than the CMS takes. */
const isOutage = (error: unknown) =>
  toOutage(error) instanceof ServiceUnavailableException ||
  (isDirectusError(error) && (error.response as Response).status === 429)

/** What people are told; the words of a database are for the log alone. */
function sentenceOf(error: unknown) {
  const { messages } = error as { messages?: { field: string; message: string }[] }
  if (messages) return messages.map(({ field, message }) => `${field}: ${message}`).join(' ')
  return error instanceof Refusal && error.status < 500 ? error.sentence : t('words.not_published')
}

async function fail(schedule: ContentSchedule, error: unknown) {
  const editor = schedule.userId ? await User.find(schedule.userId) : null
  const failure = speak(await languageOf(editor), () => sentenceOf(error))
  logger.warn({ err: error, entry_id: schedule.entryId }, 'a scheduled entry could not be published')
  await db.transaction(async (trx) => {
    const known = await ContentSchedule.query({ client: trx }).where({ id: schedule.id }).forUpdate().first()
    if (known?.publishAt.toMillis() !== schedule.publishAt.toMillis()) return
    await known.merge({ failure }).save()
    const kind = schedule.kind as Kind
    await record(trx, {
      action: 'content.schedule_failed',
      subject: [about[kind].noun, schedule.entryId],
      metadata: { kind, failure },
    })
  })
}

/** How far back the first look goes; what became visible before that is in no copy any more. */
let seenUntil = DateTime.utc().minus({ minutes: 15 })

/** A post whose date lay ahead when it came into the table, as the Studio allows, is made visible by nobody but the clock. */
export async function showReached(now = DateTime.utc()) {
  const reached = await reader.request(
    readItems('posts', {
      fields: ['id'],
      filter: { published_at: { _between: [seenUntil.toISO()!, now.toISO()!] } } as never,
      limit: -1,
    }),
  )
  seenUntil = now
  if (reached.length > 0) await purge(['posts', ...reached.map(({ id }) => `posts:${id}`)])
}
