import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import type { Proof } from '#accounts/identity/proof'
import Identity from '#accounts/models/identity'
import User from '#accounts/models/user'
import { FieldException } from '#core/exceptions/field_exception'
import { record } from '#ledger/record'
import Organization from '#organizations/models/organization'

interface Person {
  email: string
  password: string | null
  fullName: string
  emailVerifiedAt?: DateTime | null
}

/** Makes a person and the organization that is theirs, or neither. */
export class Signup {
  /** @param proof the provider by whose word they came, if they did */
  constructor(
    private person: Person,
    private proof?: Proof,
  ) {}

  /** @throws FieldException when the address was taken, also by someone who registered at the same moment */
  async complete() {
    return this.#create().catch((error: { constraint?: string }) => {
      if (error.constraint !== 'users_email_unique') throw error
      throw new FieldException('email', 'registered_already')
    })
  }

  #create() {
    return db.transaction(async (trx) => {
      const user = await User.create(this.person, { client: trx })
      const organization = await Organization.found(user, { name: user.fullName }, trx)
      if (this.proof) await Identity.keep(user, this.proof, trx)
      await record(trx, {
        action: 'user.registered',
        subject: ['user', user.id],
        organizationId: organization.id,
        actorId: user.id,
        metadata: { organizationName: organization.name, provider: this.proof?.provider },
      })
      return user
    })
  }
}
