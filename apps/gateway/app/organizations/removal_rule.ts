import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { removalRules } from '#config/organizations'
import type Organization from '#organizations/models/organization'

/** Throws where an organization may not be deleted yet, and says what has to be done first. */
export type RemovalRule = (organization: Organization, trx: TransactionClientContract) => Promise<void>

export const askRemovalRules: RemovalRule = async (organization, trx) => {
  for (const load of removalRules) {
    const { default: rule } = await load()
    await rule(organization, trx)
  }
}
