import type { HttpContext } from '@adonisjs/core/http'
import { AdministeredOrganization } from '#admin/administered_organization'
import { OrganizationRecord } from '#admin/organization_record'
import OrganizationRecordTransformer from '#admin/transformers/organization_record_transformer'
import { idOf } from '#admin/validators/id'
import { reasonValidator } from '#admin/validators/reason'

export default class OrganizationSuspensionsController {
  async store({ params, request, serialize }: HttpContext) {
    const id = await idOf({ params })
    const { reason } = await request.validateUsing(reasonValidator)
    await new AdministeredOrganization(id).disable(reason)
    return serialize(OrganizationRecordTransformer.transform(await OrganizationRecord.of(id)))
  }

  async destroy({ params, serialize }: HttpContext) {
    const id = await idOf({ params })
    await new AdministeredOrganization(id).enable()
    return serialize(OrganizationRecordTransformer.transform(await OrganizationRecord.of(id)))
  }
}
