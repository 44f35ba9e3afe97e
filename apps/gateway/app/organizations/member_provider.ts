import { symbols } from '@adonisjs/auth'
import type { SessionUserProviderContract } from '@adonisjs/auth/types/session'
import db from '@adonisjs/lucid/services/db'
import type { ModelObject } from '@adonisjs/lucid/types/model'
import User from '#accounts/models/user'
import { can } from '#accounts/roles'
import { teams } from '#config/organizations'

export interface MembershipSummary {
  role: string
  /** Resources that teams reserve to themselves, without this member. */
  withheld?: readonly string[]
  /** Those of the API key that speaks for this member. */
  scopes?: readonly string[]
  organization: {
    id: string
    name: string
    slug: string
    logo: string | null
    isDisabled: boolean
    requiresTwoFactor: boolean
  }
}

/** The memberships that came with a user whom `MemberProvider` loaded, oldest first. */
export const membershipsOf = (user: User) => user.$extras.memberships as MembershipSummary[]

/** What the teams of an organization reserve, without those of the member. */
const withheld = `(select coalesce(json_agg(distinct reserved), '[]')
  from teams, unnest(teams.resources) as reserved
  where teams.organization_id = m.organization_id and not exists (
    select from teams own join team_members tm on tm.team_id = own.id
    where tm.membership_id = m.id and reserved = any(own.resources)))`

/** Written out, because building it anew costs as much as sending it, and every signed-in request does. */
const member = `
  select users.*,
    (select coalesce(json_agg(json_build_object('role', m.role, 'withheld', ${withheld}, 'organization',
              json_build_object('id', o.id, 'name', o.name, 'slug', o.slug, 'logo', o.logo,
                'isDisabled', o.disabled_at is not null, 'requiresTwoFactor', o.requires_two_factor)) order by m.created_at, m.id), '[]')
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
    if (user) user.$extras.memberships = membershipsOf(user).map(asTeamsSay)
    return user ? this.createUserForGuard(user) : null
  }
}

/** Who manages teams is kept from nothing, or they could not put right what they did. */
function asTeamsSay(membership: MembershipSummary): MembershipSummary {
  if (!teams.isEnabled) return { ...membership, withheld: ['team'] }
  const { role, organization } = membership
  return can({ role, organization }, 'team.manage') ? { ...membership, withheld: [] } : membership
}
