import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { requestPasswordReset } from '#accounts/mailed_link'
import User from '#accounts/models/user'
import { record } from '#ledger/record'
import { Signup } from '#organizations/signup'

interface Person {
  email: string
  fullName: string
  /** Null to be mailed a link by which they choose one. */
  password: string | null
}

/** Makes somebody an administrator of the platform: whoever has an account gets the role, anybody else an account too. */
export class Appointment {
  constructor(private email: string) {}

  find() {
    return User.findBy({ email: this.email })
  }

  /** Whoever can run commands on the server vouches for the address. */
  async admit(person: Omit<Person, 'email'>) {
    const user = await new Signup({
      ...person,
      email: this.email,
      emailVerifiedAt: DateTime.utc(),
    }).complete()
    await this.promote(user)
    if (person.password === null) await requestPasswordReset(this.email)
  }

  async promote(user: User) {
    await db.transaction(async (trx) => {
      user.useTransaction(trx)
      await user.merge({ role: 'platform_admin', sessionEpoch: user.sessionEpoch + 1 }).save()
      await record(trx, {
        action: 'user.updated',
        subject: ['user', user.id],
        metadata: { role: 'platform_admin', reason: 'ace admin:create' },
      })
    })
  }
}
