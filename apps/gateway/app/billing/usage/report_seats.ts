import { reportSeats } from '#billing/usage/seats'
import type { Subscriber } from '#ledger/subscriber'

/** Somebody joined or left, or a plan has begun. */
const reportSeatsOf: Subscriber = async ({ organizationId }, trx) => {
  if (organizationId) await reportSeats(organizationId, trx)
}

export default reportSeatsOf
