import db from '@adonisjs/lucid/services/db'
import { Secret, TOTP } from 'otpauth'
import { uuidv7 } from 'uuidv7'
import Authenticator from '#accounts/models/authenticator'
import Passkey from '#accounts/models/passkey'
import User from '#accounts/models/user'
import { TwoFactor } from '#accounts/two_factor'
import { stranger } from '#tests/world'

/** Someone new, with what matters to the test. */
export const somebody = (person: Partial<User['$attributes']> = {}) =>
  User.create({ ...stranger(), ...person })

/** What the ledger says about somebody or something, the oldest first. */
export const events = (
  id: string,
): Promise<{ id: string; action: string; actor_id: string; metadata: object }[]> =>
  db.from('ledger_events').where({ subject_id: id }).orderBy('id')

/** Somebody who proves themselves by an app, and has a passkey as well. */
export async function withFactors(user: User) {
  const secret = Authenticator.newSecret()
  await new TwoFactor(user).enable(secret, new TOTP({ secret: Secret.fromBase32(secret) }).generate())
  await Passkey.create({
    id: uuidv7(),
    userId: user.id,
    name: 'Phone',
    credentialId: uuidv7(),
    publicKey: 'AA',
    counter: 0,
    isBackedUp: false,
  })
  return user.refresh()
}
