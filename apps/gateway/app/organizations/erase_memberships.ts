import db from '@adonisjs/lucid/services/db'
import type { Eraser } from '#accounts/erasure/eraser'
import { record } from '#ledger/record'
import Membership from '#organizations/models/membership'
import Organization from '#organizations/models/organization'
import { ownAlone } from '#organizations/own_alone'

/** What is a person's alone goes with them; from the others they are gone. The ledger is told no name of theirs. */
const eraseMemberships: Eraser = (user) =>
  db.transaction(async (trx) => {
    for (const organization of await ownAlone(user, trx).forUpdate()) {
      const { id } = organization
      await organization.useTransaction(trx).delete()
      await record(trx, {
        action: 'organization.erased',
        subject: ['organization', id],
        organizationId: id,
      })
    }
    for (const membership of await Membership.query({ client: trx }).where({ userId: user.id })) {
      await Organization.lock(membership.organizationId, trx)
      await membership.useTransaction(trx).delete()
      await record(trx, {
        action: 'member.erased',
        subject: ['user', user.id],
        organizationId: membership.organizationId,
        metadata: { role: membership.role },
      })
    }
  })

export default eraseMemberships

declare module '#ledger/record' {
  interface Actions {
    'organization.erased': object
    'member.erased': { role: string }
  }
}
