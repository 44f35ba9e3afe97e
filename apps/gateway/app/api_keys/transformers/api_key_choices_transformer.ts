import { BaseTransformer } from '@adonisjs/core/transformers'
import { scopesWithin } from '#api_keys/scopes'
import { limits } from '#config/api_keys'
import type { MembershipSummary } from '#organizations/member_provider'

/** What somebody can choose from who creates a key. */
export default class ApiKeyChoicesTransformer extends BaseTransformer<MembershipSummary> {
  toObject() {
    const { perMinute, mostPerMinute } = limits
    return { scopes: scopesWithin(this.resource), perMinute, mostPerMinute }
  }
}
