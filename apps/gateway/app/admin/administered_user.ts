import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import Passkey from '#accounts/models/passkey'
import User from '#accounts/models/user'
import { permissionsOf } from '#accounts/roles'
import { TwoFactor } from '#accounts/two_factor'
import { NotToBeImpersonatedException } from '#admin/exceptions/not_to_be_impersonated_exception'
import { OwnAccountException } from '#admin/exceptions/own_account_exception'
import { ForbiddenException } from '#core/exceptions/forbidden_exception'
import { NotFoundException } from '#core/exceptions/not_found_exception'
import { record } from '#ledger/record'
import Invitation from '#organizations/models/invitation'

interface Change {
  fullName?: string
  role?: User['role']
  verified?: boolean
  reason?: string
}

/** A person in the hands of an administrator: each act is checked, carried out and recorded, or nothing of it. */
export class AdministeredUser {
  constructor(
    private id: string,
    private administrator: User,
  ) {}

  /** What is asked for and already so changes nothing and is not recorded. */
  update({ reason, ...wanted }: Change) {
    return this.#act(async (user, trx) => {
      const changes = differences(user, wanted)
      if (Object.keys(changes).length === 0) return
      if (changes.role) this.#refuseOwn()

      const { verified, ...rest } = changes
      user.merge(rest)
      if (verified !== undefined) user.emailVerifiedAt = verified ? DateTime.utc() : null
      // What somebody may do is read with every request, but what they began with more rights is over.
      if (rest.role) user.sessionEpoch += 1
      await user.save()
      await record(trx, {
        action: 'user.updated',
        subject: ['user', user.id],
        metadata: { ...changes, ...(reason && { reason }) },
      })
    })
  }

  /** The invitations that they sent and nobody has answered end with it. */
  disable(reason: string) {
    this.#refuseOwn()
    return this.#act(async (user, trx) => {
      if (user.disabledAt) return
      user.disabledAt = DateTime.utc()
      user.sessionEpoch += 1
      await user.save()
      await Invitation.revokeFrom({ userId: user.id }, trx)
      await record(trx, { action: 'user.disabled', subject: ['user', user.id], metadata: { reason } })
    })
  }

  enable() {
    return this.#act(async (user, trx) => {
      if (!user.disabledAt) return
      user.disabledAt = null
      await user.save()
      await record(trx, { action: 'user.enabled', subject: ['user', user.id] })
    })
  }

  /** An administrator may act as nobody who can do something on the platform themselves. */
  impersonate(reason: string) {
    this.#refuseOwn()
    return this.#act(async (user, trx) => {
      if (user.disabledAt || permissionsOf('platform', user.role).length > 0)
        throw new NotToBeImpersonatedException()
      await record(trx, {
        action: 'user.impersonation_started',
        subject: ['user', user.id],
        metadata: { reason },
      })
    })
  }

  /**
   * For who has lost what they prove themselves by. Sessions end with it: whoever is in may be somebody else. Their
   * password and a mailed link go on letting them in.
   */
  resetTwoFactor({ passkeys: withPasskeys, reason }: { passkeys: boolean; reason: string }) {
    this.#refuseOwn()
    return this.#act(async (user, trx) => {
      const hadTwoFactor = user.hasTwoFactor
      await new TwoFactor(user).forget(trx)
      const passkeys = withPasskeys ? await Passkey.forgetOf(user, trx) : 0
      if (!hadTwoFactor && passkeys === 0) return
      user.sessionEpoch += 1
      await user.save()
      const metadata = { passkeys, reason }
      await record(trx, { action: 'user.two_factor_reset', subject: ['user', user.id], metadata })
    })
  }

  /** Has the mail with the link sent again, to whom it may still help. */
  requestVerification() {
    return this.#act(async (user, trx) => {
      if (user.emailVerifiedAt || user.disabledAt) return
      await record(trx, { action: 'user.verification_requested', subject: ['user', user.id] })
    })
  }

  /** Ends every session and every token, on all devices. */
  endSessions() {
    return this.#act(async (user, trx) => {
      user.sessionEpoch += 1
      await user.save()
      await record(trx, { action: 'user.sessions_ended', subject: ['user', user.id] })
    })
  }

  /**
   * The rows of all administrators are locked as well, in one order: of two who dismiss each other at the same moment
   * the second is none any more when his turn comes. So there is always one left.
   */
  #act(act: (user: User, trx: TransactionClientContract) => Promise<void>) {
    return db.transaction(async (trx) => {
      const locked = await User.query({ client: trx })
        .where({ id: this.id })
        .orWhere((administrators) =>
          administrators.where({ role: 'platform_admin' }).whereNull('disabled_at'),
        )
        .orderBy('id')
        .forUpdate()
      const administrator = locked.find(({ id }) => id === this.administrator.id)
      if (administrator?.role !== 'platform_admin' || administrator.disabledAt) throw new ForbiddenException()

      const user = locked.find(({ id, deletedAt }) => id === this.id && !deletedAt)
      if (!user) throw new NotFoundException()
      await act(user, trx)
      return user
    })
  }

  #refuseOwn() {
    if (this.id === this.administrator.id) throw new OwnAccountException()
  }
}

function differences(user: User, { fullName, role, verified }: Change) {
  return {
    ...(fullName !== undefined && fullName !== user.fullName && { fullName }),
    ...(role !== undefined && role !== user.role && { role }),
    ...(verified !== undefined && verified !== (user.emailVerifiedAt !== null) && { verified }),
  }
}
