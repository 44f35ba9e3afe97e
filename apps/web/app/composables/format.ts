/** Where the person who reads lives: their choice on private pages, UTC on those that are the same for everybody. */
export const useTimeZone = () => useState('time-zone', () => 'UTC')

/** Making a formatter costs a hundred times its use. */
const money = new Map<string, Intl.NumberFormat>()

const times = new Map<string, Intl.DateTimeFormat>()

function timeFormat(name: string, timeZone: string, options: Intl.DateTimeFormatOptions) {
  const key = `${region()} ${name} ${timeZone}`
  const formatter = times.get(key) ?? new Intl.DateTimeFormat(region(), { ...options, timeZone })
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

function moneyFormat(currency: string, trailingZeroDisplay: 'auto' | 'stripIfInteger') {
  const key = `${region()} ${currency} ${trailingZeroDisplay}`
  const formatter =
    money.get(key) ?? new Intl.NumberFormat(region(), { style: 'currency', currency, trailingZeroDisplay })
  money.set(key, formatter)
  return formatter
}

/** How many minor units a major one has depends on the currency: the yen has none. */
const major = (minor: number, formatter: Intl.NumberFormat) =>
  minor / 10 ** (formatter.resolvedOptions().maximumFractionDigits ?? 2)

/** What somebody typed in major units, in minor ones. */
export const inMinorUnits = (amount: number, currency: string) =>
  Math.round(amount / major(1, moneyFormat(currency, 'auto')))

/** The other way round, for a field. */
export const inMajorUnits = (cents: number, currency: string) => major(cents, moneyFormat(currency, 'auto'))

/** What an invoice says, to the cent. */
export function formatAmount(cents: number, currency: string) {
  const formatter = moneyFormat(currency, 'auto')
  return formatter.format(major(cents, formatter))
}

/** Minor units to what people read; whole amounts lose their zeros. */
export function formatMoney(cents: number, currency: string) {
  const formatter = moneyFormat(currency, 'stripIfInteger')
  return formatter.format(major(cents, formatter))
}

/** How large a file is. */
export const formatBytes = (bytes: number) =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1_000))} kB`
    : `${formatNumber(Number((bytes / 1_000_000).toFixed(1)))} MB`

/** Digits in groups. */
export const formatNumber = (number: number) => new Intl.NumberFormat(region()).format(number)

/** “One, two and three”. */
export const formatList = (names: string[]) => new Intl.ListFormat(region()).format(names)
