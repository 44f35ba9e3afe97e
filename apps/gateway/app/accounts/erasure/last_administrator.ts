import type { Obstacle } from '#accounts/erasure/eraser'
import { LastAdministratorException } from '#accounts/exceptions/deletion_exceptions'
import User from '#accounts/models/user'

/** Somebody has to be able to look after the platform. */
const lastAdministrator: Obstacle = async ({ id, role }) => {
  if (role !== 'platform_admin') return
  const another = await User.query().where({ role }).whereNull('disabledAt').whereNot({ id }).first()
  if (!another) throw new LastAdministratorException()
}

export default lastAdministrator
