import type { OrganizationRule } from '#organizations/organization_rule'
import { meterCall } from '#billing/usage/meter'
import { bearerToken } from '#core/bearer'

/** Counts what programs ask for. People in a browser are not counted, and a way out of a limit is never limited. */
const quota: OrganizationRule = async ({ apiKey, auth, membership, request, route }) => {
  if (bearerToken(request) === null || route?.name?.startsWith('billing.')) return
  await meterCall(membership.organization.id, auth.getUserOrFail().id, apiKey?.id)
}

export default quota
