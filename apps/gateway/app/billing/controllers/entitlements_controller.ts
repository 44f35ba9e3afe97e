import type { HttpContext } from '@adonisjs/core/http'
import { currencyOf } from '#billing/currency'
import { planOf } from '#billing/entitlements'
import BillingCustomer from '#billing/models/billing_customer'
import PaymentTrouble from '#billing/models/payment_trouble'
import EntitlementsTransformer from '#billing/transformers/entitlements_transformer'

export default class EntitlementsController {
  async show({ membership, serialize }: HttpContext) {
    const { id } = membership.organization
    const [plan, trouble, customer, own] = await Promise.all([
      planOf(id),
      PaymentTrouble.openOf(id),
      BillingCustomer.find(id),
      currencyOf(id),
    ])
    return serialize(EntitlementsTransformer.transform(plan, trouble, customer, own))
  }
}
