import User from '#accounts/models/user'
import { can } from '#accounts/roles'
import { giveBackSeat } from '#content/studio/seats'
import type { Subscriber } from '#ledger/subscriber'

/** Whoever may not edit any more leaves the seat to others. */
const freeSeat: Subscriber = async ({ subjectId }) => {
  const user = await User.find(subjectId)
  if (user && !user.disabledAt && can(user, 'content.publish')) return
  await giveBackSeat(subjectId)
}

export default freeSeat
