import type { HttpContext } from '@adonisjs/core/http'
import { FieldException } from '#core/exceptions/field_exception'
import { membershipsOf } from '#organizations/member_provider'
import Organization from '#organizations/models/organization'
import MembershipTransformer from '#organizations/transformers/membership_transformer'
import OrganizationTransformer from '#organizations/transformers/organization_transformer'
import {
  newOrganizationValidator,
  organizationNamesValidator,
  typedNameValidator,
} from '#organizations/validators/organization'

export default class OrganizationsController {
  index({ auth, serialize }: HttpContext) {
    const memberships = membershipsOf(auth.getUserOrFail())
    return serialize(MembershipTransformer.transform(memberships), { total: memberships.length })
  }

  async show({ membership, serialize }: HttpContext) {
    const organization = await Organization.findOrFail(membership.organization.id)
    return serialize(OrganizationTransformer.transform(organization, membership.role))
  }

  /** Whoever opens one goes on working in it. */
  async store({ auth, request, response, serialize, session }: HttpContext) {
    const names = await request.validateUsing(newOrganizationValidator)
    const organization = await Organization.open(auth.getUserOrFail(), names)
    session?.put('organizationId', organization.id)
    return response.created(await serialize(OrganizationTransformer.transform(organization, 'owner')))
  }

  async update({ membership, request, serialize }: HttpContext) {
    const names = await request.validateUsing(organizationNamesValidator)
    const organization = await Organization.findOrFail(membership.organization.id)
    await organization.rename(names)
    return serialize(OrganizationTransformer.transform(organization, membership.role))
  }

  async destroy({ membership, request, response }: HttpContext) {
    const { name } = await request.validateUsing(typedNameValidator)
    const organization = await Organization.findOrFail(membership.organization.id)
    if (name.trim() !== organization.name)
      throw new FieldException('name', 'typed_name', { name: organization.name })
    await organization.remove()
    return response.noContent()
  }
}
