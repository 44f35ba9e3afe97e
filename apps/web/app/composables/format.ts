const dates = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** Making a formatter costs a hundred times its use. */
const money = new Map<string, Intl.NumberFormat>()

const times = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'UTC',
})

export const formatDate = (iso: string) => dates.format(new Date(iso))

/** To the minute, in UTC as the server and the browser both know it. */
export const formatTime = (iso: string) => `${times.format(new Date(iso))} UTC`

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
