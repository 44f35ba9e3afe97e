import type { HttpContext } from '@adonisjs/core/http'
import { contentsOf } from '#core/middleware/upload_middleware'
import { keepAvatar } from '#core/uploads/avatar'
import { avatarValidator } from '#core/validators/upload'
import Organization from '#organizations/models/organization'
import OrganizationTransformer from '#organizations/transformers/organization_transformer'

export default class LogosController {
  async store({ membership, request, serialize }: HttpContext) {
    const { picture } = await request.validateUsing(avatarValidator)
    const organization = await Organization.findOrFail(membership.organization.id)
    await organization.changeLogo(await keepAvatar(contentsOf(picture), organization.id))
    return serialize(OrganizationTransformer.transform(organization, membership.role))
  }

  async destroy({ membership, serialize }: HttpContext) {
    const organization = await Organization.findOrFail(membership.organization.id)
    await organization.changeLogo(null)
    return serialize(OrganizationTransformer.transform(organization, membership.role))
  }
}
