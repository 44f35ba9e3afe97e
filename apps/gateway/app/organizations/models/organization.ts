import string from '@adonisjs/core/helpers/string'
import { beforeCreate, hasMany } from '@adonisjs/lucid/orm'
import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import { uuidv7 } from 'uuidv7'
import type User from '#accounts/models/user'
import { FieldException } from '#core/exceptions/field_exception'
import { removeAvatar } from '#core/uploads/avatar'
import { OrganizationSchema } from '#database/schema'
import { record } from '#ledger/record'
import Membership from '#organizations/models/membership'
import { askRemovalRules } from '#organizations/removal_rule'

interface Names {
  name: string
  slug?: string
}

export default class Organization extends OrganizationSchema {
  static override selfAssignPrimaryKey = true

  @hasMany(() => Membership)
  declare memberships: HasMany<typeof Membership>

  @beforeCreate()
  static assignDefaults(organization: Organization) {
    organization.id ??= uuidv7()
    organization.requiresTwoFactor ??= false
    organization.slug ??= slugFor(organization)
  }

  /** Whoever changes its members does so one after the other: what is counted meanwhile stays true. */
  static lock(id: string, trx: TransactionClientContract) {
    return this.query({ client: trx }).where({ id }).forUpdate().firstOrFail()
  }

  /** An organization and its first owner. */
  static async found(owner: User, names: Names, trx: TransactionClientContract) {
    const organization = await this.create(names, { client: trx })
    await organization.related('memberships').create({ userId: owner.id, role: 'owner' })
    await record(trx, {
      action: 'organization.created',
      subject: ['organization', organization.id],
      organizationId: organization.id,
      actorId: owner.id,
      metadata: { name: organization.name },
    })
    return organization
  }

  /** @throws OrganizationLimitException, FieldException where another has that slug */
  static open(owner: User, names: Names) {
    return db
      .transaction(async (trx) => {
        await Membership.keepRoom(owner.id, trx)
        return this.found(owner, names, trx)
      })
      .catch(refuseTaken)
  }

  /** @throws FieldException where another has that slug */
  async rename(names: Partial<Names>) {
    const { name: formerName, slug: formerSlug } = this
    const { name = formerName, slug = formerSlug } = names
    if (name === formerName && slug === formerSlug) return this

    await db
      .transaction(async (trx) => {
        this.name = name
        this.slug = slug
        await this.useTransaction(trx).save()
        await record(trx, {
          action: 'organization.renamed',
          subject: ['organization', this.id],
          organizationId: this.id,
          metadata: { name, slug, formerName, formerSlug },
        })
      })
      .catch(refuseTaken)
    return this
  }

  async requireTwoFactor(isRequired: boolean) {
    if (this.requiresTwoFactor === isRequired) return this
    await db.transaction(async (trx) => {
      this.requiresTwoFactor = isRequired
      await this.useTransaction(trx).save()
      await record(trx, {
        action: isRequired ? 'organization.two_factor_required' : 'organization.two_factor_released',
        subject: ['organization', this.id],
        organizationId: this.id,
      })
    })
    return this
  }

  /** What was there before goes once the new one counts; what fails then is swept away later. */
  async changeLogo(logo: string | null) {
    const previous = this.logo
    if (previous === logo) return
    await db.transaction(async (trx) => {
      this.logo = logo
      await this.useTransaction(trx).save()
      await record(trx, {
        action: logo === null ? 'organization.logo_removed' : 'organization.logo_changed',
        subject: ['organization', this.id],
        organizationId: this.id,
      })
    })
    await removeAvatar(previous).catch((err: unknown) => logger.warn({ err }, 'logo not removed'))
  }

  /** Takes everything along that belongs to it; the ledger keeps what happened. */
  remove() {
    return db.transaction(async (trx) => {
      const organization = await Organization.lock(this.id, trx)
      await askRemovalRules(organization, trx)
      const { id, name, slug } = organization
      await record(trx, {
        action: 'organization.deleted',
        subject: ['organization', id],
        organizationId: id,
        metadata: { name, slug },
      })
      await organization.delete()
    })
  }
}

/** The tail of the id keeps two organizations of one name apart. */
function slugFor({ id, name }: Organization) {
  const words = string.slug(name, { lower: true, strict: true }).slice(0, 40).replace(/-+$/, '')
  return [words, id.slice(-6)].filter(Boolean).join('-')
}

function refuseTaken(error: { constraint?: string }): never {
  if (error.constraint !== 'organizations_slug_unique') throw error
  throw new FieldException('slug', 'short_name_taken')
}
