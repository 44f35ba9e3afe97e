import logger from '@adonisjs/core/services/logger'
import { DunningRound } from '#billing/dunning/dunning_round'
import { lago } from '#billing/lago'
import { lagoTime } from '#billing/lago_clock'
import PaymentTrouble from '#billing/models/payment_trouble'

/** Goes on with everybody with whom something is due. One that cannot be asked about now is asked about the next time. */
export default async function dun() {
  const open = await PaymentTrouble.open().orderBy('id')
  if (open.length === 0) return

  // Any answer tells what day it is there.
  await lago.organization()
  for (const { organizationId } of open.filter((trouble) => trouble.stepAt(lagoTime()))) {
    await new DunningRound(organizationId)
      .run()
      .catch((err) => logger.warn({ err, organization_id: organizationId }, 'no dunning this time'))
  }
}
