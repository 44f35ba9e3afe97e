import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import '#billing/ledger'
import type { LagoInvoice, LagoSubscription } from '#billing/lago'
import { time } from '#billing/mirror/time'
import Plan from '#billing/models/plan'
import Subscription from '#billing/models/subscription'
import { type Account, statusOf, trialEndOf } from '#billing/standing'
import { record } from '#ledger/record'

const arrivals = {
  incomplete: [],
  active: ['subscription.activated'],
  past_due: ['subscription.past_due'],
  canceled: ['subscription.canceled'],
} as const satisfies Record<Subscription['status'], readonly string[]>

const endedFirst = (one: LagoSubscription, other: LagoSubscription) =>
  Number(one.status === 'active') - Number(other.status === 'active')

export class SubscriptionCopies {
  constructor(
    private trx: TransactionClientContract,
    private organizationId: string,
  ) {}

  async bringUpToDate(sources: LagoSubscription[], invoices: LagoInvoice[]) {
    const { trx: client, organizationId } = this
    const subscriptions = sources.filter(({ external_id: id }) => id === organizationId)
    const account = { subscriptions, invoices, trialDays: await this.#trialDays() }
    const known = await Subscription.query({ client }).where({ organizationId })

    // What has ended comes first: the database lets an organization have only one that has not.
    const begun = subscriptions.filter(({ started_at: start }) => start !== null).sort(endedFirst)
    for (const source of begun) {
      const subscription = known.find(({ lagoId }) => lagoId === source.lago_id) ?? new Subscription()
      const before = subscription.$isPersisted ? { ...subscription.$original } : null

      await this.#take(subscription, source, account).useTransaction(client).save()
      await this.#record(subscription, before as Partial<Subscription> | null)
    }
  }

  async #trialDays() {
    const plans = await Plan.query({ client: this.trx })
    return new Map(plans.map(({ code, trialDays }) => [code, trialDays]))
  }

  #take(subscription: Subscription, source: LagoSubscription, account: Account) {
    return subscription.merge({
      organizationId: this.organizationId,
      lagoId: source.lago_id,
      planCode: source.plan_code,
      status: statusOf(source, account),
      startedAt: time(source.started_at),
      currentPeriodStart: time(source.current_billing_period_started_at),
      currentPeriodEnd: time(source.current_billing_period_ending_at),
      trialEndsAt: trialEndOf(source, account),
      cancelAt: time(source.ending_at),
      canceledAt: time(source.terminated_at ?? source.canceled_at),
      nextPlanCode: source.next_plan_code,
    })
  }

  async #record(
    { id, planCode, status, cancelAt, nextPlanCode }: Subscription,
    before: Partial<Subscription> | null,
  ) {
    const { trx, organizationId } = this
    const entry = { organizationId, subject: ['subscription', id] as [string, string] }

    if (!before) await record(trx, { ...entry, action: 'subscription.started', metadata: { planCode } })
    for (const action of before?.status === status ? [] : arrivals[status]) {
      await record(trx, { ...entry, action, metadata: { planCode } })
    }
    if (!before || status === 'canceled') return

    const isSameEnd = before.cancelAt?.toMillis() === cancelAt?.toMillis()
    if (isSameEnd && before.nextPlanCode === nextPlanCode) return
    const metadata = { planCode, cancelAt: cancelAt?.toUTC().toISO() ?? null, nextPlanCode }
    await record(trx, { ...entry, action: 'subscription.changed', metadata })
  }
}
