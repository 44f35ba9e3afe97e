import limiter from '@adonisjs/limiter/services/main'
import { countUse } from '#api_keys/uses'
import { tellLimit } from '#core/middleware/limit_middleware'
import type { OrganizationRule } from '#organizations/organization_rule'

/** Holds a key to its own limit and tells the caller where it stands, and counts what it asks for within it. */
const use: OrganizationRule = async ({ apiKey, response }) => {
  if (!apiKey) return
  const counter = limiter.use('redis', { requests: apiKey.perMinute, duration: '1 min' })
  tellLimit(response, await counter.consume(`api_key:${apiKey.id}`))
  await countUse(apiKey.id)
}

export default use
