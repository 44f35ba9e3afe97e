import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type User from '#accounts/models/user'
import Organization from '#organizations/models/organization'

/** The organizations that have nobody in them but this person. */
export const ownAlone = ({ id: userId }: User, trx?: TransactionClientContract) =>
  Organization.query({ client: trx })
    .whereHas('memberships', (own) => own.where({ userId }))
    .whereDoesntHave('memberships', (others) => others.whereNot({ userId }))
