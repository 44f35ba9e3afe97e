import type { HttpContext } from '@adonisjs/core/http'
import { BillingDetails } from '#billing/details/billing_details'
import BillingCustomer from '#billing/models/billing_customer'
import BillingDetailsTransformer from '#billing/transformers/billing_details_transformer'
import { billingDetailsValidator } from '#billing/validators/billing'

export default class BillingDetailsController {
  async show({ membership, serialize }: HttpContext) {
    const customer = await BillingCustomer.find(membership.organization.id)
    return serialize(BillingDetailsTransformer.transform(customer ?? new BillingCustomer()))
  }

  async update({ auth, membership, request, serialize }: HttpContext) {
    const details = await request.validateUsing(billingDetailsValidator)
    const customer = await new BillingDetails(membership.organization, auth.getUserOrFail()).save(details)
    return serialize(BillingDetailsTransformer.transform(customer))
  }
}
