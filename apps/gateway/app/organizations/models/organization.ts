import string from '@adonisjs/core/helpers/string'
import { beforeCreate, hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import { uuidv7 } from 'uuidv7'
import { OrganizationSchema } from '#database/schema'
import Membership from '#organizations/models/membership'

export default class Organization extends OrganizationSchema {
  static override selfAssignPrimaryKey = true

  @hasMany(() => Membership)
  declare memberships: HasMany<typeof Membership>

  @beforeCreate()
  static assignIdAndSlug(organization: Organization) {
    organization.id ??= uuidv7()
    organization.slug ??= slugFor(organization)
  }
}

/** The tail of the id keeps two organizations of one name apart. */
function slugFor({ id, name }: Organization) {
  const words = string.slug(name, { lower: true, strict: true }).slice(0, 40).replace(/-+$/, '')
  return [words, id.slice(-6)].filter(Boolean).join('-')
}
