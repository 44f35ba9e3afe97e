import type { PersonalData } from '#accounts/export/archive'
import Identity from '#accounts/models/identity'
import { iso } from '#core/time'

const connectedAccounts: PersonalData = async (user) => {
  const identities = await Identity.query().where({ userId: user.id }).orderBy('createdAt')
  return identities.map(({ provider, issuer, subject, email, createdAt, lastUsedAt }) => ({
    provider,
    issuer,
    subject,
    email,
    connectedAt: iso(createdAt),
    lastUsedAt: iso(lastUsedAt),
  }))
}

export default connectedAccounts
