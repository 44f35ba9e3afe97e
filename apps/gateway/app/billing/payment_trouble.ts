import { isWritten, t } from '#core/language'

/** https://docs.stripe.com/declines/codes, as far as a sentence of its own helps the person who pays. */
const known = [
  'authentication_required',
  'card_declined',
  'expired_card',
  'incorrect_cvc',
  'insufficient_funds',
  'processing_error',
]

/** Why the provider refused a payment, as it is kept. */
export const reasonOf = (code = '') => (known.includes(code) ? code : 'refused')

/** What to tell people about it. What was kept before reasons had names is a sentence already. */
export function troubleIn(reason: string) {
  const key = `words.payment_${reason}`
  return isWritten(key) ? t(key) : reason
}
