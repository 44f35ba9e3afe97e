import { catalogue } from '#billing/lago/catalogue'
import { coupons } from '#billing/lago/coupons'
import { customers } from '#billing/lago/customers'
import { invoices } from '#billing/lago/invoices'
import { subscriptions } from '#billing/lago/subscriptions'
import { usage } from '#billing/lago/usage'
import { wallets } from '#billing/lago/wallets'
import { webhooks } from '#billing/lago/webhooks'

export { client, deadline, LagoRefusal, neverAsked } from '#billing/lago/transport'
export type * from '#billing/lago/types'

/**
 * Everything we ask of Lago. An organization's id is the external id of its customer and of its subscription, so that
 * nearly all of these calls can be repeated; the others say so.
 *
 * @throws ServiceUnavailableException when Lago is gone, slow or answers nonsense; LagoRefusal when it says no
 */
export const lago = {
  ...customers,
  ...subscriptions,
  ...invoices,
  ...usage,
  ...coupons,
  ...wallets,
  ...catalogue,
  ...webhooks,
}
