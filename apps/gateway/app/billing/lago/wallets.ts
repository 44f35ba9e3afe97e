import { client, everyPage } from '#billing/lago/transport'

export const wallets = {
  /** Prepaid credit that any invoice can use, in minor units. */
  async prepaidCents(organizationId: string, currency: string) {
    const wallets = await everyPage(
      (page) => client.wallets.findAllWallets({ external_customer_id: organizationId, page }),
      (answer) => answer.wallets,
    )
    return wallets
      .filter((wallet) => wallet.status === 'active' && wallet.currency === currency)
      .filter(
        ({ applies_to: limits }) => !limits?.fee_types?.length && !limits?.billable_metric_codes?.length,
      )
      .reduce((sum, { balance_cents: cents }) => sum + cents, 0)
  },
}
