import { DateTime } from 'luxon'

/** A time or a day as Lago writes it. */
export const time = <T extends string | null | undefined>(value: T) =>
  (value ? DateTime.fromISO(value, { zone: 'utc' }) : null) as T extends string ? DateTime : DateTime | null
