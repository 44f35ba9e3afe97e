import { symbols } from '@adonisjs/auth'
import type { SessionUserProviderContract } from '@adonisjs/auth/types/session'
import db from '@adonisjs/lucid/services/db'
import type { ModelObject } from '@adonisjs/lucid/types/model'
import User from '#accounts/models/user'

export interface MembershipSummary {
  role: string
  organization: { id: string; name: string; slug: string; logo: string | null; isDisabled: boolean }
}

/** The memberships that came with a user whom `MemberProvider` loaded, oldest first. */
export const membershipsOf = (user: User) => user.$extras.memberships as MembershipSummary[]

/** Written out, because building it anew costs as much as sending it, and every signed-in request does. */
const member = `
  select users.*,
    (select coalesce(json_agg(json_build_object('role', m.role, 'organization',
              json_build_object('id', o.id, 'name', o.name, 'slug', o.slug, 'logo', o.logo,
                'isDisabled', o.disabled_at is not null)) order by m.created_at, m.id), '[]')
     from memberships m join organizations o on o.id = m.organization_id
     where m.user_id = users.id) as memberships
  from users where id = ? and session_epoch = ? and disabled_at is null`

/**
 * Loads whom a credential names, and what they belong to, in one query. Sessions and tokens name a person as
 * "<id>.<epoch>", so that raising the epoch or disabling the person ends all of them.
 */
export class MemberProvider implements SessionUserProviderContract<User> {
  declare [symbols.PROVIDER_REAL_USER]: User

  async createUserForGuard(user: User) {
    return { getId: () => `${user.id}.${user.sessionEpoch}`, getOriginal: () => user }
  }

  async findById(identifier: string | number | bigint) {
    const [id = '', epoch = ''] = String(identifier).split('.')
    const { rows } = await db.rawQuery<{ rows: ModelObject[] }>(member, [id, epoch])
    const user = rows[0] && User.$createFromAdapterResult(rows[0])
    return user ? this.createUserForGuard(user) : null
  }
}
