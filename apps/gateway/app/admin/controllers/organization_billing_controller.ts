import type { HttpContext } from '@adonisjs/core/http'
import { OrganizationBilling } from '#admin/billing/organization_billing'
import OrganizationBillingTransformer from '#admin/transformers/organization_billing_transformer'
import { idOf } from '#admin/validators/id'

export default class OrganizationBillingController {
  async show({ params, serialize }: HttpContext) {
    const billing = await OrganizationBilling.of(await idOf({ params }))
    return serialize(OrganizationBillingTransformer.transform(billing))
  }
}
