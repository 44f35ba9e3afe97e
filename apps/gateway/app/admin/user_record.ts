import Passkey from '#accounts/models/passkey'
import User from '#accounts/models/user'
import Membership from '#organizations/models/membership'

/** Everything an administrator sees of one person. */
export class UserRecord {
  private constructor(
    readonly user: User,
    readonly memberships: Membership[],
    readonly passkeys: Passkey[],
  ) {}

  static async of(id: string) {
    const user = await User.findOrFail(id)
    const [memberships, passkeys] = await Promise.all([
      Membership.query().where({ userId: id }).preload('organization').orderBy('created_at'),
      Passkey.of(user),
    ])
    return new UserRecord(user, memberships, passkeys)
  }
}
