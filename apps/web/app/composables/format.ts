/** Where the person who reads lives: their choice on private pages, UTC on those that are the same for everybody. */
export const useTimeZone = () => useState('time-zone', () => 'UTC')

/** Making a formatter costs a hundred times its use. */
const money = new Map<string, Intl.NumberFormat>()

const times = new Map<string, Intl.DateTimeFormat>()

function timeFormat(name: string, timeZone: string, options: Intl.DateTimeFormatOptions) {
  const key = `${name} ${timeZone}`
  const formatter = times.get(key) ?? new Intl.DateTimeFormat('en-GB', { ...options, timeZone })
  times.set(key, formatter)
  return formatter
}

/** A day without a time, as an invoice has it, is the same day everywhere. */
const isDay = (iso: string) => iso.length === 'yyyy-mm-dd'.length

export function formatDate(iso: string) {
  const zone = isDay(iso) ? 'UTC' : useTimeZone().value
  return timeFormat('date', zone, { dateStyle: 'long' }).format(new Date(iso))
}

/** To the minute, and in which zone that is. */
export function formatTime(iso: string) {
  const [zone, moment] = [useTimeZone().value, new Date(iso)]
  const named = timeFormat('zone', zone, { timeZoneName: 'short' }).formatToParts(moment)
  const name = named.find(({ type }) => type === 'timeZoneName')?.value ?? zone
  return `${timeFormat('time', zone, { dateStyle: 'long', timeStyle: 'short' }).format(moment)} ${name}`
}

/** What an invoice says, to the cent. */
export const formatAmount = (cents: number, currency: string) =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(cents / 100)

/** Minor units to what people read; whole amounts lose their zeros. */
export function formatMoney(cents: number, currency: string) {
  const formatter =
    money.get(currency) ??
    new Intl.NumberFormat('en-GB', { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' })
  money.set(currency, formatter)
  return formatter.format(cents / 100)
}
