import logger from '@adonisjs/core/services/logger'
import { DunningRound } from '#billing/dunning/dunning_round'
import PaymentTrouble from '#billing/models/payment_trouble'

/** Goes on with everybody who owes. One that cannot be asked about now is asked about the next time. */
export default async function dun() {
  for (const { organizationId } of await PaymentTrouble.open().orderBy('id')) {
    await new DunningRound(organizationId)
      .run()
      .catch((err) => logger.warn({ err, organization_id: organizationId }, 'no dunning this time'))
  }
}
