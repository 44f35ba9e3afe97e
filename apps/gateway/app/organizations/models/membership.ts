import { beforeCreate, belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { uuidv7 } from 'uuidv7'
import User from '#accounts/models/user'
import { MembershipSchema } from '#database/schema'
import Organization from '#organizations/models/organization'

export default class Membership extends MembershipSchema {
  static override selfAssignPrimaryKey = true

  @belongsTo(() => Organization)
  declare organization: BelongsTo<typeof Organization>

  @belongsTo(() => User)
  declare user: BelongsTo<typeof User>

  @beforeCreate()
  static assignId(membership: Membership) {
    membership.id ??= uuidv7()
  }
}
