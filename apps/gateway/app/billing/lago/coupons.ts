import type { LagoAppliedCoupon, LagoCoupon } from '#billing/lago/types'
import { client, dataOf, everyPage, orNull, safe } from '#billing/lago/transport'

export const coupons = {
  /** Those that still take something off, the oldest first. */
  appliedCoupons: async (organizationId: string): Promise<LagoAppliedCoupon[]> => {
    const found = await orNull(
      everyPage(
        (page) =>
          client.appliedCoupons.findAllAppliedCoupons({
            external_customer_id: organizationId,
            status: 'active',
            page,
          }),
        ({ applied_coupons: coupons }) => coupons as LagoAppliedCoupon[],
      ),
    )
    // Lago lists the newest first, and times have whole seconds.
    return (found ?? [])
      .reverse()
      .sort((one, other) => Date.parse(one.created_at) - Date.parse(other.created_at))
  },

  /** Every coupon there is; only here it says what it is limited to. */
  coupons: (): Promise<LagoCoupon[]> =>
    everyPage(
      (page) => client.coupons.findAllCoupons({ page }),
      ({ coupons }) => coupons,
    ),

  applyCoupon: (organizationId: string, code: string) =>
    dataOf(
      client.appliedCoupons.applyCoupon({
        applied_coupon: { external_customer_id: organizationId, coupon_code: code },
      }),
    ),

  removeCoupon: (organizationId: string, id: string) =>
    orNull(dataOf(client.customers.deleteAppliedCoupon(safe(organizationId), safe(id)))),
}
