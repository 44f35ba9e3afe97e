import type { DateTime } from 'luxon'

export const iso = (time: DateTime | null) => time?.toUTC().toISO() ?? null
