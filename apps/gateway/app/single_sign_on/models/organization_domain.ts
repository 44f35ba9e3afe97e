import { randomBytes } from 'node:crypto'
import { beforeCreate } from '@adonisjs/lucid/orm'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { uuidv7 } from 'uuidv7'
import type User from '#accounts/models/user'
import { FieldException } from '#core/exceptions/field_exception'
import { textRecords } from '#core/outbound/text_records'
import { OrganizationDomainSchema } from '#database/schema'
import { record } from '#ledger/record'
import { DomainLimitException } from '#single_sign_on/exceptions/single_sign_on_exceptions'
import { domainOf } from '#single_sign_on/requirement'

const most = 20

/** A domain that an organization says is its own; verified, once a record in the domain has said so too. */
export default class OrganizationDomain extends OrganizationDomainSchema {
  static override selfAssignPrimaryKey = true

  @beforeCreate()
  static assignDefaults(domain: OrganizationDomain) {
    domain.id ??= uuidv7()
    domain.token ??= randomBytes(20).toString('hex')
  }

  static of(organizationId: string) {
    return this.query().where({ organizationId }).orderBy('name')
  }

  static verifiedFor(email: string) {
    return this.query()
      .where({ name: domainOf(email) })
      .whereNotNull('verifiedAt')
      .first()
  }

  static async add(organizationId: string, name: string, actor: User) {
    if ((await this.of(organizationId)).length >= most) throw new DomainLimitException()
    const domain = new OrganizationDomain().merge({ organizationId, name })
    await domain.#keep('domain.added', actor).catch(refusal)
    return domain
  }

  /** The TXT record that its owner has to write. */
  get record() {
    return { name: `_gantry.${this.name}`, value: `gantry-verification=${this.token}` }
  }

  /** @throws FieldException where the record is not there, or another organization was first */
  async verify(actor: User) {
    if (this.verifiedAt) return this
    const records = await textRecords(this.record.name)
    if (!records.includes(this.record.value)) {
      throw new FieldException('domain', 'record_missing')
    }
    this.verifiedAt = DateTime.now()
    await this.#keep('domain.verified', actor).catch(refusal)
    return this
  }

  async remove(actor: User) {
    await db.transaction(async (trx) => {
      await this.useTransaction(trx).delete()
      await record(trx, this.#event('domain.removed', actor))
    })
  }

  #keep(action: 'domain.added' | 'domain.verified', actor: User) {
    return db.transaction(async (trx) => {
      await this.useTransaction(trx).save()
      await record(trx, this.#event(action, actor))
    })
  }

  #event<Action extends 'domain.added' | 'domain.verified' | 'domain.removed'>(action: Action, actor: User) {
    const { id, name, organizationId } = this
    const subject: [string, string] = ['domain', id]
    return { action, organizationId, actorId: actor.id, subject, metadata: { name } }
  }
}

function refusal(error: { constraint?: string }): never {
  if (error.constraint === 'organization_domains_organization_id_name_unique')
    throw new FieldException('name', 'domain_listed')
  if (error.constraint === 'organization_domains_verified_unique')
    throw new FieldException('domain', 'domain_taken')
  throw error
}
