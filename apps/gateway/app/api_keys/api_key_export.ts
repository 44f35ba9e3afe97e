import type { PersonalData } from '#accounts/export/archive'
import ApiKey from '#api_keys/models/api_key'
import { iso } from '#core/time'

/** The keys that the person created, the revoked ones too, without what could be used. */
const apiKeys: PersonalData = async ({ id }) => {
  const keys = await ApiKey.query().where({ createdBy: id }).orderBy('id')
  return keys.map((key) => ({
    organizationId: key.organizationId,
    name: key.name,
    prefix: key.prefix,
    scopes: key.scopes,
    createdAt: iso(key.createdAt),
    expiresAt: iso(key.expiresAt),
    revokedAt: iso(key.revokedAt),
    lastUsedAt: iso(key.lastUsedAt),
  }))
}

export default apiKeys
