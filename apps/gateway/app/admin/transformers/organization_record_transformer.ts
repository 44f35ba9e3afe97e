import { BaseTransformer } from '@adonisjs/core/transformers'
import type { OrganizationRecord } from '#admin/organization_record'
import { administeredOrganization } from '#admin/transformers/administered_organization_transformer'

export default class OrganizationRecordTransformer extends BaseTransformer<OrganizationRecord> {
  toObject() {
    const { organization, memberships, subscription } = this.resource
    return {
      ...administeredOrganization(organization),
      members: memberships.map(({ role, user: { id, fullName, email } }) => ({ id, fullName, email, role })),
      subscription: subscription && {
        planCode: subscription.planCode,
        planName: subscription.plan?.name ?? subscription.planCode,
        status: subscription.status,
      },
    }
  }
}
