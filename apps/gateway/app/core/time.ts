import type { DateTime } from 'luxon'

/** A time as the API writes it: UTC, ISO 8601. */
export const iso = <Time extends DateTime | null>(time: Time) =>
  (time?.toUTC().toISO() ?? null) as Time extends DateTime ? string : string | null
