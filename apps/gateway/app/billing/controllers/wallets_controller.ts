import type { HttpContext } from '@adonisjs/core/http'
import PrepaidCreditTransformer from '#billing/transformers/prepaid_credit_transformer'
import { walletValidator } from '#billing/validators/billing'
import { PrepaidCredit } from '#billing/wallet/prepaid_credit'

export default class WalletsController {
  async show({ membership, serialize }: HttpContext) {
    return serialize(PrepaidCreditTransformer.transform(await PrepaidCredit.of(membership.organization.id)))
  }

  async update({ membership, request, serialize }: HttpContext) {
    const { lowBalanceCents } = await request.validateUsing(walletValidator)
    const credit = await PrepaidCredit.warnBelow(membership.organization.id, lowBalanceCents)
    return serialize(PrepaidCreditTransformer.transform(credit))
  }
}
