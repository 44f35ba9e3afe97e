import { client, dataOf, safe } from '#billing/lago/transport'

export const usage = {
  /** What has been used since the period began, with its price before taxes. */
  currentUsage: (organizationId: string) =>
    dataOf(
      client.customers.findCustomerCurrentUsage(safe(organizationId), {
        external_subscription_id: organizationId,
        apply_taxes: false,
      }),
    ).then(({ customer_usage: usage }) => usage),

  /** All of them or none; each counts once under its transaction id, however often it comes. */
  sendEvents: (events: LagoEvent[]) => dataOf(client.events.createBatchEvents({ events })),
}

type LagoEvent = Parameters<typeof client.events.createBatchEvents>[0]['events'][number]
