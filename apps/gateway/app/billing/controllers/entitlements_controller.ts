import type { HttpContext } from '@adonisjs/core/http'
import { planOf } from '#billing/entitlements'
import BillingCustomer from '#billing/models/billing_customer'
import PaymentTrouble from '#billing/models/payment_trouble'
import EntitlementsTransformer from '#billing/transformers/entitlements_transformer'

export default class EntitlementsController {
  async show({ membership, serialize }: HttpContext) {
    const { id } = membership.organization
    const [plan, trouble, customer] = await Promise.all([
      planOf(id),
      PaymentTrouble.openOf(id),
      BillingCustomer.find(id),
    ])
    return serialize(EntitlementsTransformer.transform(plan, trouble, customer))
  }
}
