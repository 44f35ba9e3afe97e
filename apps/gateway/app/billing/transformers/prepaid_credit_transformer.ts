import { BaseTransformer } from '@adonisjs/core/transformers'
import type { PrepaidCredit } from '#billing/wallet/prepaid_credit'
import { wallet } from '#config/wallet'
import { iso } from '#core/time'

export default class PrepaidCreditTransformer extends BaseTransformer<PrepaidCredit> {
  toObject() {
    const { currency, balanceCents, lowBalanceCents, isLow, transactions } = this.resource
    return {
      balanceCents,
      currency,
      /** Below this the people who look after billing get a mail; null for no warning. */
      lowBalanceCents,
      isLow,
      /** What can be bought at once. */
      leastCents: wallet.leastCents,
      mostCents: wallet.mostCents,
      /** The newest first; what left the wallet is negative. */
      transactions: transactions.map(({ id, kind, status, amountCents, createdAt, settledAt }) => ({
        id,
        kind: kind as 'purchased' | 'granted' | 'voided' | 'invoiced',
        status: status as 'pending' | 'settled' | 'failed',
        amountCents,
        createdAt: iso(createdAt),
        settledAt: iso(settledAt),
      })),
    }
  }
}
