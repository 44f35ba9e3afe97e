import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { TwoFactorOffException, TwoFactorOnException } from '#accounts/exceptions/two_factor_exceptions'
import Authenticator, { stepOf } from '#accounts/models/authenticator'
import User from '#accounts/models/user'
import { issueRecoveryCodes, recoveryCodesLeft, takeRecoveryCode } from '#accounts/recovery_codes'
import { record } from '#ledger/record'

/** What proved somebody's second factor. */
export type SecondFactor = 'totp' | 'recovery_code'

/** A code from an app on top of the password, and recovery codes for when the app is lost. */
export class TwoFactor {
  constructor(private user: User) {}

  async standing() {
    return {
      enabledAt: this.user.twoFactorEnabledAt,
      recoveryCodesLeft: this.user.hasTwoFactor ? await recoveryCodesLeft(this.user.id) : 0,
    }
  }

  /**
   * Switches it on with the secret of an app that has just shown the code.
   *
   * @returns recovery codes to show once, or null for a code that the app does not show
   * @throws TwoFactorOnException
   */
  async enable(secret: string, code: string) {
    const step = stepOf(secret, code)
    if (step === null) return null
    return this.#change('user.two_factor_enabled', async (user, trx) => {
      if (user.hasTwoFactor) throw new TwoFactorOnException()
      const authenticator = new Authenticator().merge({ userId: user.id, lastStep: step }).keepSecret(secret)
      await authenticator.useTransaction(trx).save()
      await user.merge({ twoFactorEnabledAt: DateTime.utc() }).save()
      return issueRecoveryCodes(user.id, trx)
    })
  }

  /** @throws TwoFactorOffException */
  async disable() {
    await this.#change('user.two_factor_disabled', async (user, trx) => {
      if (!user.hasTwoFactor) throw new TwoFactorOffException()
      await new TwoFactor(user).forget(trx)
    })
  }

  /** Removes app and recovery codes. Whoever calls it has locked the person, and records why. */
  async forget(trx: TransactionClientContract) {
    const isOwn = { user_id: this.user.id }
    await trx.from('authenticators').where(isOwn).delete()
    await trx.from('recovery_codes').where(isOwn).delete()
    await this.user.useTransaction(trx).merge({ twoFactorEnabledAt: null }).save()
  }

  /** @throws TwoFactorOffException */
  renewRecoveryCodes() {
    return this.#change('user.recovery_codes_renewed', async (user, trx) => {
      if (!user.hasTwoFactor) throw new TwoFactorOffException()
      return issueRecoveryCodes(user.id, trx)
    })
  }

  /** Takes a code of the app, or a recovery code, which then is worth nothing any more. Null for a wrong one. */
  async take(code: string): Promise<SecondFactor | null> {
    return db.transaction(async (trx) => {
      const { id } = this.user
      if (/^\d{6}$/.test(code)) {
        const authenticator = await Authenticator.find(id, { client: trx })
        return (await authenticator?.take(code, trx)) ? 'totp' : null
      }
      if (!(await takeRecoveryCode(id, code, trx))) return null
      const left = await recoveryCodesLeft(id, trx)
      const subject: [string, string] = ['user', id]
      await record(trx, { action: 'user.recovery_code_used', subject, actorId: id, metadata: { left } })
      return 'recovery_code'
    })
  }

  /** The person is locked meanwhile, so that of two changes at once the second sees the first. */
  #change<Result>(
    action: 'user.two_factor_enabled' | 'user.two_factor_disabled' | 'user.recovery_codes_renewed',
    change: (user: User, trx: TransactionClientContract) => Promise<Result>,
  ) {
    return db.transaction(async (trx) => {
      const user = await User.query({ client: trx }).where({ id: this.user.id }).forUpdate().firstOrFail()
      const result = await change(user, trx)
      await record(trx, { action, subject: ['user', user.id] })
      return result
    })
  }
}
