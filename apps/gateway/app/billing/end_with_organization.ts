import { lago } from '#billing/lago'
import type { Subscriber } from '#ledger/subscriber'

/** What an organization had booked ends with it; where nothing runs any more, that is just as well. */
const endWithOrganization: Subscriber = async ({ subjectId }) => {
  await lago.endSubscription(subjectId)
}

export default endWithOrganization
