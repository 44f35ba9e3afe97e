import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import BillingCustomer from '#billing/models/billing_customer'
import LagoWebhook from '#billing/models/lago_webhook'
import { leased } from '#billing/lease'
import { CustomerMirror } from '#billing/mirror/customer_mirror'
import { mirrorPlans } from '#billing/price_list'
import { reportSeats } from '#billing/usage/seats'

/** Reads everything again, so that a webhook that never came changes nothing for long. */
export default async function reconcile() {
  await mirrorPlans()
  await LagoWebhook.forgetOld()
  for (const { organizationId } of await BillingCustomer.query().orderBy('synced_at')) {
    await leased(organizationId, (lease) => new CustomerMirror(organizationId, lease).refresh())
      .then(() => db.transaction((trx) => reportSeats(organizationId, trx)))
      .catch((err) => logger.warn({ err, organization_id: organizationId }, 'customer not reconciled'))
  }
}
