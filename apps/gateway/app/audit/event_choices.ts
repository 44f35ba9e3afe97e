import User from '#accounts/models/user'
import { ofOrganization } from '#audit/event_list'
import Membership from '#organizations/models/membership'

/** What an organization's ledger can be narrowed to: what has happened there, and who belongs or has belonged to it. */
export class EventChoices {
  private constructor(
    readonly actions: string[],
    readonly people: User[],
  ) {}

  static async of(organizationId: string) {
    const events = await ofOrganization(organizationId).distinct('action').orderBy('action')
    const people = await User.query()
      .whereIn('id', Membership.query().where({ organizationId }).select('user_id'))
      .orWhere((former) =>
        former.whereIn('id', ofOrganization(organizationId).select('actor_id')).where({ role: 'user' }),
      )
      .orderBy('full_name')
    return new EventChoices(
      events.map(({ action }) => action),
      people,
    )
  }
}
