import db from '@adonisjs/lucid/services/db'
import { uuidv7 } from 'uuidv7'
import AccountToken from '#accounts/models/account_token'
import User from '#accounts/models/user'
import { admit } from '#accounts/sign_in_rule'
import { record } from '#ledger/record'

/** Has a link sent to the person with this address; the caller does not learn whether there is one. */
export async function requestPasswordReset(email: string) {
  const subject = await addressee(email)
  await db.transaction((trx) => record(trx, { action: 'user.password_reset_requested', subject }))
}

/** The same for a link that signs in, in the browser that asks. */
export async function requestMagicLink(email: string, browserHash: string) {
  const subject = await addressee(email)
  const metadata = { browserHash }
  await db.transaction((trx) => record(trx, { action: 'user.magic_link_requested', subject, metadata }))
}

/** Nobody's id where there is nobody, so that an answer for a stranger takes the same work and as long. */
export async function addressee(email: string): Promise<[string, string]> {
  const user = await User.query().where({ email }).whereNull('disabled_at').first()
  return ['user', user?.id ?? uuidv7()]
}

/** @throws DeadLinkException, or what refuses the person a sign-in by password */
export const resetPassword = (token: string, password: string) =>
  db.transaction(async (trx) => {
    const { user } = await AccountToken.redeem(trx, 'password_reset', token)
    await admit(user, 'password')
    await user.confirmAddress(trx)
    await user.changePassword(password, trx)
    return user
  })

/**
 * Who reads the mails of an address is let in. Where nobody had confirmed the address before, somebody else may have
 * opened the account with it and wait: their password and their sessions end.
 *
 * @throws DeadLinkException, or what refuses the person a sign-in by mail
 */
export const followMagicLink = (token: string, browserHash?: string) =>
  db.transaction(async (trx) => {
    const { user } = await AccountToken.redeem(trx, 'magic_link', token, browserHash)
    await admit(user, 'magic_link')
    if (user.emailVerifiedAt) return user

    await user.merge({ password: null, sessionEpoch: user.sessionEpoch + 1 }).save()
    await user.confirmAddress(trx)
    return user
  })
