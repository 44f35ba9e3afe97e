import logger from '@adonisjs/core/services/logger'
import { Erasure } from '#accounts/erasure/erasure'

/** One that fails keeps nobody else waiting; the job is tried again for it. */
export default async function eraseAccounts() {
  const failures: unknown[] = []
  for (const erasure of await Erasure.due()) {
    await erasure.carryOut().catch((err: unknown) => {
      logger.error({ err }, 'account not erased yet')
      failures.push(err)
    })
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} accounts not erased yet`)
}
