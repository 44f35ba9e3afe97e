import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import AccountToken from '#accounts/models/account_token'
import type User from '#accounts/models/user'
import { FieldException } from '#core/exceptions/field_exception'
import { record } from '#ledger/record'

/** Has a link sent to the new address and a note to the present one; whether the new one is taken is not told. */
export async function requestEmailChange(user: User, email: string) {
  if (email === user.email) throw new FieldException('email', 'own_address')
  await db.transaction((trx) =>
    record(trx, {
      action: 'user.email_change_requested',
      subject: ['user', user.id],
      metadata: { from: user.email, to: email },
    }),
  )
}

/** @throws DeadLinkException, FieldException where somebody has registered with the address since */
export const changeEmail = (secret: string) =>
  db.transaction(async (trx) => {
    const { user, token } = await AccountToken.redeem(trx, 'email_change', secret)
    return move(trx, user, token.address, 'user.email_changed')
  })

/**
 * The former address takes the account back. Whoever moved it away is signed out everywhere, and no link that they may
 * have had mailed works any more; older addresses keep theirs.
 *
 * @throws DeadLinkException, FieldException
 */
export const undoEmailChange = (secret: string) =>
  db.transaction(async (trx) => {
    const { user, token } = await AccountToken.redeem(trx, 'email_undo', secret)
    user.sessionEpoch += 1
    await AccountToken.query({ client: trx })
      .where('userId', user.id)
      .whereNull('usedAt')
      .where((links) => links.whereNot('purpose', 'email_undo').orWhere('id', '>', token.id))
      .delete()
    return move(trx, user, token.address, 'user.email_restored')
  })

async function move(
  trx: TransactionClientContract,
  user: User,
  to: string,
  action: 'user.email_changed' | 'user.email_restored',
) {
  const from = user.email
  await user.merge({ email: to, emailVerifiedAt: DateTime.utc() }).save().catch(refuseTaken)
  await record(trx, { action, subject: ['user', user.id], actorId: user.id, metadata: { from, to } })
  return user
}

function refuseTaken(error: { constraint?: string }): never {
  if (error.constraint !== 'users_email_unique') throw error
  throw new FieldException('token', 'address_taken')
}
