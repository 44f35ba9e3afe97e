import type { LagoSubscription } from '#billing/lago/types'
import { client, dataOf, everyPage, LagoRefusal, orNull, safe } from '#billing/lago/transport'

export const subscriptions = {
  /** The same plan again returns the subscription there is; a dearer one replaces it at once, a cheaper one later. */
  subscribe: (organizationId: string, planCode: string) =>
    dataOf(
      client.subscriptions.createSubscription({
        subscription: {
          external_customer_id: organizationId,
          external_id: organizationId,
          plan_code: planCode,
          billing_time: 'anniversary',
        },
      }),
    ),

  subscriptions: (organizationId: string): Promise<LagoSubscription[]> =>
    everyPage(
      (page) =>
        client.subscriptions.findAllSubscriptions({
          external_customer_id: organizationId,
          'status[]': ['active', 'pending', 'terminated', 'canceled'],
          page,
        }),
      ({ subscriptions }) => subscriptions,
    ),

  endSubscription: (organizationId: string) =>
    orNull(dataOf(client.subscriptions.destroySubscription(safe(organizationId)))),

  /** Ends what was never paid, leaving neither a credit nor a bill behind. */
  dropSubscription: (organizationId: string) =>
    orNull(
      dataOf(
        client.subscriptions.destroySubscription(safe(organizationId), {
          on_termination_credit_note: 'skip',
          on_termination_invoice: 'skip',
        }),
      ),
    ),

  /**
   * @param at null takes an end back
   * @returns false for a date that Lago does not take: it must lie after today
   */
  endSubscriptionAt: (organizationId: string, at: string | null) =>
    dataOf(
      client.subscriptions.updateSubscription(safe(organizationId), {
        // The client's type knows no null.
        subscription: { ending_at: at as string },
      }),
    ).then(
      () => true,
      (error: unknown) => {
        if (error instanceof LagoRefusal && error.names('invalid_date')) return false
        throw error
      },
    ),

  withdrawPlanChange: (organizationId: string) =>
    orNull(dataOf(client.subscriptions.destroySubscription(safe(organizationId), { status: 'pending' }))),
}
