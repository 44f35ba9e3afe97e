import type { Outcome } from '../domain/payments.ts'
import type { Card } from '../rows.ts'

export const TEST_CARDS = [
  { number: '4242 4242 4242 4242', effect: 'The payment succeeds', outcome: 'succeed' },
  { number: '4000 0000 0000 0002', effect: 'The bank declines', outcome: 'fail' },
  {
    number: '4000 0025 0000 3155',
    effect: 'The bank asks for confirmation (3-D Secure)',
    outcome: 'require_action',
  },
] as const satisfies { number: string; effect: string; outcome: Outcome }[]

const digitsOf = (value: string) => value.replace(/[\s-]/g, '')

/** The check digit of ISO/IEC 7812. */
export function isCardNumber(value: string) {
  const digits = digitsOf(value)
  if (!/^\d{13,19}$/.test(digits)) return false
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0
}

function brandOf(digits: string) {
  if (digits.startsWith('4')) return 'visa'
  if (/^(5[1-5]|2[2-7])/.test(digits)) return 'mastercard'
  if (/^3[47]/.test(digits)) return 'amex'
  return 'card'
}

export interface CardForm {
  number: string
  expires: string
  cvc: string
  name: string
}

export type CardErrors = Partial<Record<keyof CardForm, string>>

/** The last day of the month on the card; undefined when it is no `MM / YY`. */
function endOf(expires: string) {
  const match = /^\s*(0[1-9]|1[0-2])\s*\/?\s*(\d{2})\s*$/.exec(expires)
  return match ? new Date(Date.UTC(2000 + Number(match[2]), Number(match[1]), 1) - 1) : undefined
}

export function cardErrors(form: CardForm, now: Date): CardErrors {
  const errors: CardErrors = {}
  const digits = digitsOf(form.number)
  if (!isCardNumber(form.number))
    errors.number = 'This is not a valid card number. Use one of the test cards.'
  else if (!TEST_CARDS.some(({ number }) => digitsOf(number) === digits)) {
    errors.number = 'Only the test cards listed on this page work here. Never enter a real card.'
  }
  const end = endOf(form.expires)
  if (!end) errors.expires = 'Write the date as MM / YY, for example 12 / 34.'
  else if (end < now) errors.expires = 'This card has expired. Use a date in the future.'
  if (!/^\s*\d{3,4}\s*$/.test(form.cvc)) errors.cvc = 'The security code has three or four digits.'
  if (form.name.trim() === '') errors.name = 'Enter the name on the card.'
  return errors
}

/** What may be kept of a card: never its number. */
export function cardFrom({ number, expires }: CardForm): Card {
  const digits = digitsOf(number)
  return { brand: brandOf(digits), last4: digits.slice(-4), expires: expires.replaceAll(' ', '') }
}

export const outcomeOf = ({ number }: CardForm): Outcome =>
  TEST_CARDS.find((card) => digitsOf(card.number) === digitsOf(number))?.outcome ?? 'fail'
