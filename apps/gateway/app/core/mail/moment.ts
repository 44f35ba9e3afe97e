import { DateTime } from 'luxon'
import { region } from '#core/language'

const at = (moment: string, zone: string) => DateTime.fromISO(moment, { zone }).setLocale(region())

/** The day in a time zone, as the reader of a mail writes it. */
export const dayOf = (moment: string, zone: string) => at(moment, zone).toLocaleString(DateTime.DATE_FULL)

/** The day and the minute. */
export const momentOf = (moment: string, zone: string) =>
  at(moment, zone).toLocaleString({
    ...DateTime.DATE_FULL,
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  })
