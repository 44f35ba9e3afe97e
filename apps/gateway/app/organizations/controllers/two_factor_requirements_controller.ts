import type { HttpContext } from '@adonisjs/core/http'
import { isKeptByTwoFactors } from '#accounts/second_factor'
import { NoSecondFactorException } from '#organizations/exceptions/organization_exceptions'
import Organization from '#organizations/models/organization'
import OrganizationTransformer from '#organizations/transformers/organization_transformer'

export default class TwoFactorRequirementsController {
  async store(ctx: HttpContext) {
    if (!(await isKeptByTwoFactors(ctx))) throw new NoSecondFactorException()
    return change(ctx, true)
  }

  destroy(ctx: HttpContext) {
    return change(ctx, false)
  }
}

async function change({ membership, serialize }: HttpContext, isRequired: boolean) {
  const organization = await Organization.findOrFail(membership.organization.id)
  await organization.requireTwoFactor(isRequired)
  return serialize(OrganizationTransformer.transform(organization, membership.role))
}
