import { beforeCreate, belongsTo } from '@adonisjs/lucid/orm'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { DateTime } from 'luxon'
import { uuidv7 } from 'uuidv7'
import {
  AlreadyConnectedException,
  IdentityTakenException,
  LastWayInException,
} from '#accounts/exceptions/identity_exceptions'
import type { Proof } from '#accounts/identity/proof'
import User from '#accounts/models/user'
import { IdentitySchema } from '#database/schema'
import { record } from '#ledger/record'

/** A person as somebody else knows them, and vouches for. */
export default class Identity extends IdentitySchema {
  static override selfAssignPrimaryKey = true

  @belongsTo(() => User)
  declare user: BelongsTo<typeof User>

  @beforeCreate()
  static assignId(identity: Identity) {
    identity.id ??= uuidv7()
  }

  static proven({ issuer, subject }: Proof) {
    return this.query().where({ issuer, subject }).preload('user').first()
  }

  /** For a person who is made in the same moment; one who exists connects it. */
  static async keep(user: User, { provider, issuer, subject, email }: Proof, trx: TransactionClientContract) {
    const seen = { email, lastUsedAt: DateTime.now() }
    return this.create({ userId: user.id, provider, issuer, subject, ...seen }, { client: trx })
  }

  static async connect(user: User, proof: Proof) {
    const { provider, email } = proof
    const own = await this.query().where({ issuer: proof.issuer, subject: proof.subject }).first()
    if (own?.userId === user.id) return own
    return db
      .transaction(async (trx) => {
        const identity = await this.keep(user, proof, trx)
        await record(trx, {
          action: 'user.identity_connected',
          subject: ['user', user.id],
          actorId: user.id,
          metadata: { provider, email },
        })
        return identity
      })
      .catch(refusal)
  }

  async used() {
    this.lastUsedAt = DateTime.now()
    await this.save()
  }

  /** @throws LastWayInException when the person could not sign in any more */
  async disconnect() {
    const { userId, provider, email } = this
    await db.transaction(async (trx) => {
      // Of two that are disconnected at the same moment, the second sees the first gone.
      const user = await User.query({ client: trx }).where({ id: userId }).forUpdate().firstOrFail()
      await this.useTransaction(trx).delete()
      if (!(await user.hasWayIn(trx))) throw new LastWayInException()
      await record(trx, {
        action: 'user.identity_disconnected',
        subject: ['user', userId],
        metadata: { provider, email },
      })
    })
  }
}

function refusal(error: { constraint?: string }): never {
  if (error.constraint === 'identities_issuer_subject_unique') throw new IdentityTakenException()
  if (error.constraint === 'identities_user_id_provider_unique') throw new AlreadyConnectedException()
  throw error
}
