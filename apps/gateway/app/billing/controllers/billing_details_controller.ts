import type { HttpContext } from '@adonisjs/core/http'
import { currencyOf } from '#billing/currency'
import { BillingDetails } from '#billing/details/billing_details'
import BillingCustomer from '#billing/models/billing_customer'
import BillingDetailsTransformer from '#billing/transformers/billing_details_transformer'
import { billingDetailsValidator } from '#billing/validators/billing'

export default class BillingDetailsController {
  async show({ membership, serialize }: HttpContext) {
    const { id } = membership.organization
    const [customer, own] = await Promise.all([BillingCustomer.find(id), currencyOf(id)])
    return serialize(BillingDetailsTransformer.transform(customer ?? new BillingCustomer(), own))
  }

  async update({ auth, membership, request, serialize }: HttpContext) {
    const { currency, ...details } = await request.validateUsing(billingDetailsValidator)
    const { organization } = membership
    const customer = await new BillingDetails(organization, auth.getUserOrFail()).save(details, currency)
    return serialize(BillingDetailsTransformer.transform(customer, await currencyOf(organization.id)))
  }
}
