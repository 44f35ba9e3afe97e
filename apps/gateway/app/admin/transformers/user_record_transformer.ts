import { BaseTransformer } from '@adonisjs/core/transformers'
import { rolesIn } from '#accounts/roles'
import { administeredUser } from '#admin/transformers/administered_user_transformer'
import { iso } from '#core/time'
import type { UserRecord } from '#admin/user_record'

export default class UserRecordTransformer extends BaseTransformer<UserRecord> {
  toObject() {
    const { user, memberships, passkeys } = this.resource
    return {
      ...administeredUser(user),
      roles: rolesIn('platform'),
      twoFactorEnabledAt: iso(user.twoFactorEnabledAt),
      passkeys: passkeys.length,
      memberships: memberships.map(({ role, organization: { id, name, slug } }) => ({
        id,
        name,
        slug,
        role,
      })),
    }
  }
}
