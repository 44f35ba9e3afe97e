import { changedAt, type Entry } from '#content/editorial/entries'
import type { Kind } from '#content/validators/entry'

/** Where an entry stands: published or not, with changes or without, and when it is to be published. */
export const standing = ({ published, draft, schedule, isMine, row }: Entry<Kind>) => ({
  isPublished: published !== null,
  hasDraft: Boolean(draft?.delta),
  isMine,
  schedule: schedule && { publishAt: schedule.publishAt.toUTC().toISO()!, failure: schedule.failure },
  updatedAt: new Date(changedAt({ row, draft })).toISOString(),
})
