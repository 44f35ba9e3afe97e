import type { Eraser } from '#accounts/erasure/eraser'
import { lago } from '#billing/lago'
import { leased } from '#billing/lease'
import { CustomerMirror } from '#billing/mirror/customer_mirror'
import BillingCustomer from '#billing/models/billing_customer'
import { ownAlone } from '#organizations/own_alone'

/** What was booked by a person's own organizations ends, and Lago forgets who it was for; invoices stay as they are. */
const eraseCustomers: Eraser = async (user) => {
  for (const { id } of await ownAlone(user)) {
    if (!(await BillingCustomer.find(id))) continue
    await leased(id, async (lease) => {
      await lago.withdrawPlanChange(id)
      await lago.endSubscription(id)
      await lago.forgetCustomer(id)
      await new CustomerMirror(id, lease).refresh()
    })
  }
}

export default eraseCustomers
