import { BaseTransformer } from '@adonisjs/core/transformers'
import { rolesIn } from '#accounts/roles'
import { administeredUser } from '#admin/transformers/administered_user_transformer'
import type { UserRecord } from '#admin/user_record'

export default class UserRecordTransformer extends BaseTransformer<UserRecord> {
  toObject() {
    const { user, memberships } = this.resource
    return {
      ...administeredUser(user),
      roles: rolesIn('platform'),
      memberships: memberships.map(({ role, organization: { id, name, slug } }) => ({
        id,
        name,
        slug,
        role,
      })),
    }
  }
}
