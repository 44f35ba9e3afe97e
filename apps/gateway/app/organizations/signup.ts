import db from '@adonisjs/lucid/services/db'
import User from '#accounts/models/user'
import { FieldException } from '#core/exceptions/field_exception'
import { record } from '#ledger/record'
import Organization from '#organizations/models/organization'

interface Person {
  email: string
  password: string
  fullName: string
}

/** Makes a person and the organization that is theirs, or neither. */
export class Signup {
  constructor(private person: Person) {}

  /** @throws FieldException when the address was taken, also by someone who registered at the same moment */
  async complete() {
    return this.#create().catch((error: { constraint?: string }) => {
      if (error.constraint !== 'users_email_unique') throw error
      throw new FieldException('email', 'This e-mail address is already registered.')
    })
  }

  #create() {
    return db.transaction(async (trx) => {
      const user = await User.create(this.person, { client: trx })
      const organization = await Organization.create({ name: user.fullName }, { client: trx })
      await organization.related('memberships').create({ userId: user.id, role: 'owner' })

      const actor = { organizationId: organization.id, actorId: user.id }
      const { name } = organization
      await record(trx, {
        ...actor,
        action: 'organization.created',
        subject: ['organization', organization.id],
        metadata: { name },
      })
      await record(trx, {
        ...actor,
        action: 'user.registered',
        subject: ['user', user.id],
        metadata: { organizationName: name },
      })
      return user
    })
  }
}
