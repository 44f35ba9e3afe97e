import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import AccountToken from '#accounts/models/account_token'
import type User from '#accounts/models/user'
import { record } from '#ledger/record'

/** Takes the link of a mail as proof that the person reads what is sent to their address. */
export const verifyEmail = (token: string) =>
  db.transaction(async (trx) => {
    const user = await AccountToken.redeem(trx, 'verification', token)
    if (user.emailVerifiedAt) return user

    await user.merge({ emailVerifiedAt: DateTime.utc() }).save()
    await record(trx, { action: 'user.email_verified', subject: ['user', user.id], actorId: user.id })
    return user
  })

/** Has the mail sent again; nothing happens for whoever has followed it already. */
export async function requestVerification(user: User) {
  if (user.emailVerifiedAt) return
  await db.transaction((trx) =>
    record(trx, { action: 'user.verification_requested', subject: ['user', user.id] }),
  )
}
