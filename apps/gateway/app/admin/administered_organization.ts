import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { record } from '#ledger/record'
import Organization from '#organizations/models/organization'

/** An organization in the hands of an administrator: each act is carried out and recorded, or nothing of it. */
export class AdministeredOrganization {
  constructor(private id: string) {}

  /** Whoever belongs to it is refused from the next request on, on every replica; nothing is deleted. */
  disable(reason: string) {
    return this.#act(async (organization, trx) => {
      if (organization.disabledAt) return
      await organization.merge({ disabledAt: DateTime.utc() }).save()
      await record(trx, { ...this.#event, action: 'organization.disabled', metadata: { reason } })
    })
  }

  enable() {
    return this.#act(async (organization, trx) => {
      if (!organization.disabledAt) return
      await organization.merge({ disabledAt: null }).save()
      await record(trx, { ...this.#event, action: 'organization.enabled' })
    })
  }

  get #event() {
    return { subject: ['organization', this.id] as [string, string], organizationId: this.id }
  }

  #act(act: (organization: Organization, trx: TransactionClientContract) => Promise<void>) {
    return db.transaction(async (trx) => {
      const organization = await Organization.query({ client: trx })
        .where({ id: this.id })
        .forUpdate()
        .firstOrFail()
      await act(organization, trx)
      return organization
    })
  }
}
