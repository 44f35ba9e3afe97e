/** https://docs.stripe.com/declines/codes, as far as a sentence of its own helps the person who pays. */
const reasons: Record<string, string> = {
  authentication_required: 'Your bank wants you to confirm this payment. Pay again and follow its steps.',
  card_declined: 'Your card was declined. Try another card, or ask your bank why.',
  expired_card: 'Your card has expired. Please use another one.',
  incorrect_cvc: 'The security code of your card is wrong. Check it and try again.',
  insufficient_funds: 'There is not enough money on your card. Try another card.',
  processing_error: 'The payment could not be processed. Please try again in a moment.',
}

/** What to tell people about a payment that the provider refused. */
export const reasonOf = (code: string | undefined) =>
  reasons[code ?? ''] ?? 'The payment was refused. Try another card, or ask your bank why.'
