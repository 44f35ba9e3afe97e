import type { PersonalData } from '#accounts/export/archive'
import { recoveryCodesLeft } from '#accounts/recovery_codes'
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
  recoveryCodesLeft: await recoveryCodesLeft(user.id),
  theme: user.theme,
  timeZone: user.timeZone,
  language: user.language,
  mutedMails: user.mutedMails,
})

export default account
