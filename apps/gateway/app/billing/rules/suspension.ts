import { SuspendedException } from '#billing/exceptions/suspended_exception'
import PaymentTrouble from '#billing/models/payment_trouble'
import type { OrganizationRule } from '#organizations/organization_rule'

const safe = new Set(['GET', 'HEAD'])

/** Who owes for too long may read everything, and change what gets them out of it: their billing. */
const suspension: OrganizationRule = async ({ membership, request, route }) => {
  if (safe.has(request.method()) || route?.name?.startsWith('billing.')) return
  const trouble = await PaymentTrouble.openOf(membership.organization.id)
  if (trouble?.suspendedAt) throw new SuspendedException()
}

export default suspension
