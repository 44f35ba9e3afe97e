import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import type { RelationQueryBuilderContract } from '@adonisjs/lucid/types/relations'
import Passkey from '#accounts/models/passkey'
import type User from '#accounts/models/user'

const key = 'provenByPasskey'

/** Notes that a passkey has proved whoever sits at this session: it is both factors in one. */
export const provedByPasskey = (session: HttpContext['session']) => session.put(key, true)

export const isProvenByPasskey = (session: HttpContext['session']) => session.get(key) === true

/**
 * Whether whoever asks is kept by two factors. With two-factor on, nothing begins without both. A passkey counts where it
 * was used, for its owner may come by their password alone as well, and for as long as there is one.
 */
export async function isKeptByTwoFactors({ auth, session }: Pick<HttpContext, 'auth' | 'session'>) {
  const user = auth.getUserOrFail()
  if (user.hasTwoFactor) return true
  return isByPasskey({ auth, session }) && Boolean(await Passkey.of(user).first())
}

function isByPasskey({ auth, session }: Pick<HttpContext, 'auth' | 'session'>) {
  // Nobody signs in with an API key; whether its creator has a passkey is all that can be asked.
  if (auth.authenticatedViaGuard === 'api_key') return true
  return auth.authenticatedViaGuard === 'token' ? auth.use('token').isByPasskey : isProvenByPasskey(session)
}

/** Reads with people whether they have a passkey, for `user.hasSecondFactor`: `.preload('user', withPasskeys)`. */
export const withPasskeys = (users: RelationQueryBuilderContract<typeof User, unknown>) =>
  void users
    .select('users.*')
    .select(db.raw('exists (select from passkeys where passkeys.user_id = users.id) as has_passkey'))
