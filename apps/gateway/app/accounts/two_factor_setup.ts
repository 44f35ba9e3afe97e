import type { HttpContext } from '@adonisjs/core/http'
import encryption from '@adonisjs/core/services/encryption'
import { NoSecretException } from '#accounts/exceptions/two_factor_exceptions'
import Authenticator from '#accounts/models/authenticator'

type Session = HttpContext['session']

const key = 'twoFactorSecret'
const purpose = 'two-factor-setup'

/** A secret that an app is about to learn. It is kept in the session until the app has shown a code of it. */
export function newSecret(session: Session) {
  const secret = Authenticator.newSecret()
  session.put(key, encryption.encrypt(secret, '1h', purpose))
  return secret
}

/** @throws NoSecretException when none has been made in this session, or too long ago */
export function keptSecret(session: Session) {
  const secret = encryption.decrypt<string>(session.get(key), purpose)
  if (!secret) throw new NoSecretException()
  return secret
}

export const forgetSecret = (session: Session) => session.forget(key)
