import type { HttpContext } from '@adonisjs/core/http'
import { OrganizationList } from '#admin/organization_list'
import { OrganizationRecord } from '#admin/organization_record'
import AdministeredOrganizationTransformer from '#admin/transformers/administered_organization_transformer'
import OrganizationRecordTransformer from '#admin/transformers/organization_record_transformer'
import { idOf } from '#admin/validators/id'
import { organizationListValidator } from '#admin/validators/organization'
import Organization from '#organizations/models/organization'
import { organizationNamesValidator } from '#organizations/validators/organization'

export default class OrganizationsController {
  async index({ request, serialize }: HttpContext) {
    const found = await new OrganizationList(await request.validateUsing(organizationListValidator)).page()
    return serialize(AdministeredOrganizationTransformer.transform(found.all()), { total: found.total })
  }

  async show({ params, serialize }: HttpContext) {
    const organization = await OrganizationRecord.of(await idOf({ params }))
    return serialize(OrganizationRecordTransformer.transform(organization))
  }

  /** What its owners could do as well, and read in their audit log. */
  async update({ params, request, serialize }: HttpContext) {
    const id = await idOf({ params })
    const names = await request.validateUsing(organizationNamesValidator)
    await (await Organization.findOrFail(id)).rename(names)
    return serialize(OrganizationRecordTransformer.transform(await OrganizationRecord.of(id)))
  }
}
