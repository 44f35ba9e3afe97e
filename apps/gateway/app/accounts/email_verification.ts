import db from '@adonisjs/lucid/services/db'
import AccountToken from '#accounts/models/account_token'
import type User from '#accounts/models/user'
import { record } from '#ledger/record'

/** Takes the link of a mail as proof that the person reads what is sent to their address. */
export const verifyEmail = (token: string) =>
  db.transaction(async (trx) => {
    const { user } = await AccountToken.redeem(trx, 'verification', token)
    await user.confirmAddress(trx)
    return user
  })

/** Has the mail sent again; nothing happens for whoever has followed it already. */
export async function requestVerification(user: User) {
  if (user.emailVerifiedAt) return
  await db.transaction((trx) =>
    record(trx, { action: 'user.verification_requested', subject: ['user', user.id] }),
  )
}
