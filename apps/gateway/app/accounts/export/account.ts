import type { PersonalData } from '#accounts/export/archive'
import { iso } from '#core/time'

const account: PersonalData = async (user) => ({
  id: user.id,
  email: user.email,
  emailVerifiedAt: iso(user.emailVerifiedAt),
  fullName: user.fullName,
  role: user.role,
  registeredAt: iso(user.createdAt),
  hasPassword: user.password !== null,
  twoFactorEnabledAt: iso(user.twoFactorEnabledAt),
})

export default account
