import type { MembershipSummary } from '#organizations/member_provider'
import { currencyOf, refuseForeignPlan } from '#billing/currency'
import { lago } from '#billing/lago'
import { leased } from '#billing/lease'
import { CustomerMirror } from '#billing/mirror/customer_mirror'
import Subscription from '#billing/models/subscription'

/**
 * An organization decides for a plan: its first, another, or the one it has again, which takes back whatever was to
 * end or replace it. Repeating a choice changes nothing. The first decides in which currency the organization pays.
 */
export class PlanChoice {
  constructor(
    private organization: MembershipSummary['organization'],
    private payer: { email: string },
    private planCode: string,
  ) {}

  /** @throws FieldException for a plan of another currency than the one that is settled */
  async settle() {
    const { id } = this.organization
    await leased(id, async (lease) => {
      const mirror = new CustomerMirror(id, lease)
      await mirror.refresh()
      const current = await Subscription.alive(id)
      if (this.#isSettled(current)) return

      const { currency } = refuseForeignPlan(await currencyOf(id), this.planCode)
      await lago.saveCustomer(this.organization, this.payer.email, { currency })
      await this.#change(current)
      await mirror.refresh()
    })
    return (await Subscription.alive(id)) ?? Subscription.of(id).firstOrFail()
  }

  #isSettled(current: Subscription | null) {
    return current?.planCode === this.planCode && !current.cancelAt && !current.nextPlanCode
  }

  async #change(current: Subscription | null) {
    const { id } = this.organization
    const isSame = current?.planCode === this.planCode

    if (current?.status === 'incomplete' && !isSame) await abandon(current)
    else if (current?.cancelAt) await lago.endSubscriptionAt(id, null)

    if (!isSame) await lago.subscribe(id, this.planCode)
    else if (current.nextPlanCode) await lago.withdrawPlanChange(id)
  }
}

/** Nobody owes for what was never paid and so never began: its bill is voided with it. */
export async function abandon(subscription: Subscription) {
  await lago.dropSubscription(subscription.organizationId)
  for (const invoice of await subscription.openInvoices()) await lago.voidInvoice(invoice.id)
}
