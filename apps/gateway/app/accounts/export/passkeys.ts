import type { PersonalData } from '#accounts/export/archive'
import Passkey from '#accounts/models/passkey'
import { iso } from '#core/time'

const passkeys: PersonalData = async (user) => {
  const own = await Passkey.of(user)
  return own.map(({ name, credentialId, publicKey, isBackedUp, createdAt, lastUsedAt }) => ({
    name,
    credentialId,
    publicKey,
    isBackedUp,
    addedAt: iso(createdAt),
    lastUsedAt: iso(lastUsedAt),
  }))
}

export default passkeys
