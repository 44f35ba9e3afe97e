import db from '@adonisjs/lucid/services/db'
import { lago } from '#billing/lago'
import { watchPayments } from '#billing/dunning/payment_watch'
import { confirmLease } from '#billing/lease'
import { copyCustomer } from '#billing/mirror/customer_copy'
import { CouponCopies } from '#billing/mirror/coupon_copies'
import { InvoiceCopies, type PaymentTrouble } from '#billing/mirror/invoice_copies'
import { SubscriptionCopies } from '#billing/mirror/subscription_copies'
import { WalletCopies } from '#billing/mirror/wallet_copies'
import { watchBalance } from '#billing/wallet/balance_watch'

/**
 * Copies what Lago knows of one customer into our tables, and records what has changed since the last time. What came
 * first and how often it is called makes no difference. The caller holds the lease.
 */
export class CustomerMirror {
  constructor(
    private organizationId: string,
    private lease: string,
  ) {}

  async refresh(trouble?: PaymentTrouble) {
    const { organizationId } = this
    const [customer, subscriptions, invoices, coupons, wallets] = await Promise.all([
      lago.customer(organizationId),
      lago.subscriptions(organizationId),
      lago.invoices(organizationId),
      lago.appliedCoupons(organizationId),
      lago.wallets(organizationId),
    ])

    await db.transaction(async (trx) => {
      await confirmLease(trx, organizationId, this.lease)
      await copyCustomer(trx, organizationId, customer)
      await new CouponCopies(trx, organizationId).bringUpToDate(coupons)
      await new InvoiceCopies(trx, organizationId).bringUpToDate(invoices, subscriptions, trouble)
      await new SubscriptionCopies(trx, organizationId).bringUpToDate(subscriptions, invoices)
      await new WalletCopies(trx, organizationId).bringUpToDate(
        wallets.filter(({ wallet }) => wallet.currency === customer?.currency),
      )
      await watchPayments(trx, organizationId)
      await watchBalance(trx, organizationId)
      await trx
        .from('billing_customers')
        .where({ organization_id: organizationId })
        .update({ synced_at: new Date() })
    })
  }
}
