import type { HttpContext } from '@adonisjs/core/http'
import { NotFoundException } from '#core/exceptions/not_found_exception'
import { OrganizationDisabledException } from '#organizations/exceptions/organization_disabled_exception'
import { membershipsOf } from '#organizations/member_provider'
import MembershipTransformer from '#organizations/transformers/membership_transformer'
import { activeOrganizationValidator } from '#organizations/validators/organization'

export default class ActiveOrganizationController {
  async update({ auth, request, serialize, session }: HttpContext) {
    const { organizationId } = await request.validateUsing(activeOrganizationValidator)
    const membership = membershipsOf(auth.getUserOrFail()).find(
      ({ organization }) => organization.id === organizationId,
    )
    if (!membership) throw new NotFoundException()
    if (membership.organization.isDisabled) throw new OrganizationDisabledException()

    session.put('organizationId', organizationId)
    return serialize(MembershipTransformer.transform(membership))
  }
}
