import encryption from '@adonisjs/core/services/encryption'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Secret, TOTP } from 'otpauth'
import { AuthenticatorSchema } from '#database/schema'
import env from '#start/env'

const period = 30

/** A person's app that shows codes. The database knows its secret encrypted, and for this person alone. */
export default class Authenticator extends AuthenticatorSchema {
  static override selfAssignPrimaryKey = true

  static newSecret = () => new Secret({ size: 20 }).base32

  /** What an app reads from a picture to know the secret. */
  static address(secret: string, account: string) {
    return appWith(secret, account).toString()
  }

  keepSecret(plain: string) {
    this.secret = encryption.encrypt(plain, undefined, purpose(this.userId))
    return this
  }

  /** The time step that a code belongs to, now or just before or after, for clocks that differ. */
  stepOf(code: string) {
    const secret = encryption.decrypt<string>(this.secret, purpose(this.userId))
    return secret === null ? null : stepOf(secret, code)
  }

  /** Takes a code, once: of two that send the same one at the same moment, one is refused. */
  async take(code: string, trx: TransactionClientContract) {
    const step = this.stepOf(code)
    if (step === null) return false
    const [taken] = await trx
      .from('authenticators')
      .where({ user_id: this.userId })
      .where('last_step', '<', step)
      .update({ last_step: step }, ['user_id'])
    return Boolean(taken)
  }
}

const purpose = (userId: string) => `authenticator:${userId}`

const appWith = (secret: string, label = '') =>
  new TOTP({ issuer: env.get('APP_NAME'), label, secret: Secret.fromBase32(secret), period, digits: 6 })

/** The time step at which an app with this secret shows the code, or null. */
export function stepOf(secret: string, code: string) {
  const app = appWith(secret)
  const delta = app.validate({ token: code, window: 1 })
  return delta === null ? null : app.counter() + delta
}
