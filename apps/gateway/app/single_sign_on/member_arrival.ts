import type { AllyUserContract, Oauth2AccessToken } from '@adonisjs/ally/types'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { uuidv7 } from 'uuidv7'
import {
  AccountDisabledException,
  AccountExistsException,
  NoAddressException,
  UnprovenIdentityException,
  UnverifiedAddressException,
} from '#accounts/exceptions/identity_exceptions'
import User from '#accounts/models/user'
import { record } from '#ledger/record'
import Membership from '#organizations/models/membership'
import { ForeignAddressException } from '#single_sign_on/exceptions/single_sign_on_exceptions'
import OrganizationDomain from '#single_sign_on/models/organization_domain'
import type OrganizationProvider from '#single_sign_on/models/organization_provider'

type Person = AllyUserContract<Oauth2AccessToken>

/** Finds whom an organization's provider means, makes them known where nobody is, and makes them a member. */
export class MemberArrival {
  constructor(
    private provider: OrganizationProvider,
    private person: Person,
  ) {}

  async user() {
    const email = await this.#address()
    const user = await db.transaction((trx) => this.#arrive(email, trx)).catch(refusal)
    await this.provider.proven()
    return user
  }

  /** Were other addresses believed, an owner could enter anybody's account by a provider of his own. */
  async #address() {
    const email = this.person.email?.trim().toLowerCase()
    if (!email) throw new NoAddressException()
    const domain = await OrganizationDomain.verifiedFor(email)
    if (domain?.organizationId !== this.provider.organizationId) throw new ForeignAddressException()
    // Many providers of organizations say nothing of it: the domain is theirs. One that says no is believed.
    const { email_verified: claim } = this.person.original as { email_verified?: unknown }
    if (claim === false || claim === 'false') throw new UnverifiedAddressException()
    return email
  }

  async #arrive(email: string, trx: TransactionClientContract) {
    const user = (await this.#known(trx)) ?? (await this.#unknown(email, trx))
    if (user.disabledAt) throw new AccountDisabledException()
    await this.#join(user, trx)
    return user
  }

  get #identity() {
    const { organizationId, issuer } = this.provider
    return { organization_id: organizationId, issuer, subject: this.person.id }
  }

  /** Whom this subject has been before. Their account may have another address by now, but one that is spoken for. */
  async #known(trx: TransactionClientContract) {
    const row = (await trx.from('provided_members').where(this.#identity).first()) as {
      user_id: string
    } | null
    const user = row && (await User.find(row.user_id, { client: trx }))
    if (!user) return null
    const domain = await OrganizationDomain.verifiedFor(user.email)
    if (domain?.organizationId !== this.provider.organizationId) throw new ForeignAddressException()
    return user
  }

  async #unknown(email: string, trx: TransactionClientContract) {
    const existing = await User.findBy({ email }, { client: trx })
    // Whoever registered with an address that they never proved may be somebody else.
    if (existing && !existing.emailVerifiedAt) throw new AccountExistsException()
    const user = existing ?? (await this.#register(email, trx))
    await trx
      .table('provided_members')
      .insert({ id: uuidv7(), ...this.#identity, user_id: user.id, created_at: new Date() })
    return user
  }

  async #register(email: string, trx: TransactionClientContract) {
    const fullName = this.person.name.trim().slice(0, 120) || email.split('@')[0]!
    const details = { email, fullName, password: null, emailVerifiedAt: DateTime.now() }
    const user = await User.create(details, { client: trx })
    const { id: organizationId, name: organizationName } = this.provider.organization
    await record(trx, {
      action: 'user.provisioned',
      organizationId,
      actorId: user.id,
      subject: ['user', user.id],
      metadata: { organizationName },
    })
    return user
  }

  async #join(user: User, trx: TransactionClientContract) {
    const { organizationId, role } = this.provider
    const begun = await Membership.begin({ organizationId, userId: user.id, role }, trx)
    if (!begun) return
    await record(trx, {
      action: 'member.provisioned',
      organizationId,
      actorId: user.id,
      subject: ['organization', organizationId],
      metadata: { userId: user.id, role },
    })
  }
}

/** Two first sign-ins of one person at the same moment: the second starts again. */
function refusal(error: { code?: string }): never {
  throw error.code === '23505' ? new UnprovenIdentityException({ cause: error }) : error
}
