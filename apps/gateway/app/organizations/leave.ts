import db from '@adonisjs/lucid/services/db'
import { record } from '#ledger/record'
import Membership from '#organizations/models/membership'
import Organization from '#organizations/models/organization'

/** @throws LastOwnerException */
export const leave = (organizationId: string, userId: string) =>
  db.transaction(async (trx) => {
    await Organization.lock(organizationId, trx)
    const member = await Membership.query({ client: trx }).where({ organizationId, userId }).firstOrFail()
    await member.end(trx)
    await record(trx, {
      action: 'member.left',
      subject: ['user', userId],
      organizationId,
      metadata: { role: member.role },
    })
  })
