import type { DateTime } from 'luxon'
import type { Window } from '../billing/aggregation.ts'
import { daysIn, periodAt, type Period } from '../billing/periods.ts'
import type { PlanFee } from '../billing/plan_fee.ts'
import type {
  CustomerRow,
  InvoiceSubscriptionRow,
  InvoicingReason,
  PlanRow,
  SubscriptionRow,
} from '../rows.ts'
import type { Transaction } from '../sandbox.ts'
import { chargesSchedule, inZone, isoDay, planSchedule, trialEnd, zoneOf } from './dates.ts'
import { feesOf } from './fees.ts'
import { createInvoice, type FeeDraft } from './invoicing.ts'
import { isUpgrade } from './plans.ts'

/** What an invoice takes from one subscription. Both parts may be missing. */
export interface Bill {
  subscription: SubscriptionRow
  plan: PlanRow
  reason: InvoicingReason
  /** Days the plan's fee covers. */
  fee?: { period: Period; from: DateTime; to: DateTime; rule: PlanFee['rule']; endedByUpgrade?: boolean }
  /** Window of the usage. */
  charges?: Window
  /** The period that opens: recurring units that are paid in advance are billed for it. */
  renews?: Window
}

const later = (a: DateTime, b: DateTime) => (a > b ? a : b)

export class Billing {
  readonly transaction: Transaction
  readonly customer: CustomerRow
  readonly zone: string
  /** The billing day, at the instant of the work, in the customer's timezone. */
  readonly now: DateTime

  constructor(transaction: Transaction, customer: CustomerRow) {
    this.transaction = transaction
    this.customer = customer
    this.zone = zoneOf(transaction, customer)
    this.now = inZone(transaction.now, this.zone)
  }

  #startDay(subscription: SubscriptionRow) {
    return inZone(subscription.started_at!, this.zone).startOf('day')
  }

  #cut(subscription: SubscriptionRow, period: Period) {
    return { period, from: later(period.from, this.#startDay(subscription)), to: period.to }
  }

  /** The usage window of a period, from the exact start of the subscription on. */
  #window(subscription: SubscriptionRow, period: Period, end?: Date): Window {
    const from = later(period.from, inZone(subscription.started_at!, this.zone)).toJSDate()
    const to = end ?? period.to.endOf('day').toJSDate()
    return { from, to, wholeDays: daysIn(period), zone: this.zone }
  }

  #chargesPeriod(subscription: SubscriptionRow, plan: PlanRow, date: DateTime) {
    return periodAt(chargesSchedule(subscription, plan, this.zone), date)
  }

  #planPeriod(subscription: SubscriptionRow, plan: PlanRow, date: DateTime) {
    return periodAt(planSchedule(subscription, plan, this.zone), date)
  }

  async #wasBilled(subscription: SubscriptionRow) {
    const where = { subscription_id: subscription.id, fee_type: 'subscription' } as const
    return (await this.transaction.count('fees', where)) > 0
  }

  /** Rules 2-4 of CONTRACT 3.2. */
  async #rule(subscription: SubscriptionRow, plan: PlanRow): Promise<PlanFee['rule']> {
    if (await this.#wasBilled(subscription)) return 'full'
    if (subscription.previous_subscription_id) {
      const previous = await this.transaction.get('subscriptions', subscription.previous_subscription_id)
      const previousPlan = await this.transaction.get('plans', previous.plan_id)
      return isUpgrade(previousPlan, plan) ? 'upgraded' : 'partial'
    }
    const startedInPast =
      this.#startDay(subscription) < inZone(subscription.created_at, this.zone).startOf('day')
    const wholeFromStart =
      plan.pay_in_advance && (subscription.billing_time === 'anniversary' || startedInPast)
    return wholeFromStart ? 'full' : 'partial'
  }

  async inTrial(subscription: SubscriptionRow, plan: PlanRow) {
    const end = await trialEnd(this.transaction, subscription, plan)
    return end !== undefined && end > this.transaction.now
  }

  /** An in-advance plan opens: fee up to the end of the period, no usage (CONTRACT 3.4). */
  async starting(subscription: SubscriptionRow, plan: PlanRow): Promise<Bill> {
    const period = this.#planPeriod(subscription, plan, this.now)
    return {
      subscription,
      plan,
      reason: 'subscription_starting',
      fee: { ...this.#cut(subscription, period), rule: await this.#rule(subscription, plan) },
    }
  }

  /** The day a period turns: fee for the new (in advance) or the closed period, usage of the closed one. */
  async periodic(subscription: SubscriptionRow, plan: PlanRow): Promise<Bill> {
    const yesterday = this.now.minus({ days: 1 })
    const opens = this.#planPeriod(subscription, plan, this.now)
    const period = plan.pay_in_advance ? opens : this.#planPeriod(subscription, plan, yesterday)
    const planIsDue = isoDay(opens.from) === isoDay(this.now)
    const free = plan.pay_in_advance && (await this.inTrial(subscription, plan))
    return {
      subscription,
      plan,
      reason: 'subscription_periodic',
      fee:
        planIsDue && !free
          ? { ...this.#cut(subscription, period), rule: await this.#rule(subscription, plan) }
          : undefined,
      charges: this.#window(subscription, this.#chargesPeriod(subscription, plan, yesterday)),
      renews: this.currentWindow(subscription, plan),
    }
  }

  /** The last bill: used days of an in-arrears plan, and the usage up to the end (CONTRACT 3.5, 3.7). */
  async terminating(subscription: SubscriptionRow, plan: PlanRow, upgrade = false): Promise<Bill> {
    const end = inZone(subscription.terminated_at!, this.zone)
    const closes = await this.#unbilledPeriodBefore(subscription, plan, end)
    const last = closes ?? end
    const period = this.#planPeriod(subscription, plan, last)
    return {
      subscription,
      plan,
      reason: 'subscription_terminating',
      fee: plan.pay_in_advance
        ? undefined
        : {
            ...this.#cut(subscription, period),
            to: closes ? period.to : end,
            rule: 'terminated',
            endedByUpgrade: upgrade && !closes,
          },
      charges: this.#window(
        subscription,
        this.#chargesPeriod(subscription, plan, last),
        closes ? undefined : end.toJSDate(),
      ),
    }
  }

  /** The old plan of a downgrade: its closed period, whole or from its start. */
  async downgraded(subscription: SubscriptionRow, plan: PlanRow): Promise<Bill> {
    const yesterday = this.now.minus({ days: 1 })
    const period = this.#planPeriod(subscription, plan, yesterday)
    return {
      subscription,
      plan,
      reason: 'subscription_terminating',
      fee: plan.pay_in_advance
        ? undefined
        : { ...this.#cut(subscription, period), rule: await this.#rule(subscription, plan) },
      charges: this.#window(subscription, this.#chargesPeriod(subscription, plan, yesterday)),
      renews: this.currentWindow(subscription, plan),
    }
  }

  /** A subscription that ends on a billing day before the biller ran still owes the period that has just closed. */
  async #unbilledPeriodBefore(subscription: SubscriptionRow, plan: PlanRow, end: DateTime) {
    const opens = this.#chargesPeriod(subscription, plan, end)
    const onBillingDay = isoDay(opens.from) === isoDay(end)
    if (!onBillingDay || this.#startDay(subscription) >= end.startOf('day')) return undefined
    const billed = await this.transaction.find('invoice_subscriptions', {
      subscription_id: subscription.id,
      invoicing_reason: 'subscription_periodic',
      billed_on: isoDay(end),
    })
    return billed ? undefined : end.minus({ days: 1 })
  }

  #boundaries(bill: Bill): Omit<Partial<InvoiceSubscriptionRow>, 'invoice_id'> {
    const { subscription, plan, reason, fee, charges } = bill
    const period = fee ?? this.#cut(subscription, this.#planPeriod(subscription, plan, this.now))
    return {
      subscription_id: subscription.id,
      invoicing_reason: reason,
      billed_on: isoDay(this.now),
      from_datetime: period.from.toJSDate(),
      to_datetime: period.to.endOf('day').toJSDate(),
      charges_from_datetime: charges?.from ?? null,
      charges_to_datetime: charges?.to ?? null,
    }
  }

  /** Puts the bills on as few invoices as currency, purchase order and the wish for separate ones allow (CONTRACT 3.3). */
  async invoice(bills: Bill[]) {
    const groups = Map.groupBy(bills, ({ subscription, plan }) =>
      JSON.stringify([
        plan.amount_currency,
        subscription.purchase_order_number,
        subscription.consolidate_invoice ? null : subscription.external_id,
      ]),
    )
    for (const group of groups.values()) {
      const fees: FeeDraft[] = []
      for (const bill of group) fees.push(...(await feesOf(this, bill)))
      await createInvoice(this.transaction, {
        customer: this.customer,
        type: 'subscription',
        currency: group[0]!.plan.amount_currency,
        day: this.now,
        fees,
        subscriptions: group.map((bill) => this.#boundaries(bill)),
        useCredits: true,
        webhook: 'invoice.created',
        purchaseOrderNumber: group[0]!.subscription.purchase_order_number,
      })
    }
  }

  /** The invoice of a single event of an in-advance charge (CONTRACT 3.10). */
  async invoiceEvent(bill: Bill & { charges: Window }, fee: FeeDraft) {
    const { plan } = bill
    await createInvoice(this.transaction, {
      customer: this.customer,
      type: 'subscription',
      currency: plan.amount_currency,
      day: this.now,
      fees: [fee],
      subscriptions: [this.#boundaries(bill)],
      useCredits: true,
      webhook: 'invoice.created',
    })
  }

  /** The usage window that is open now. */
  currentWindow(subscription: SubscriptionRow, plan: PlanRow, at: DateTime = this.now) {
    return this.#window(subscription, this.#chargesPeriod(subscription, plan, at))
  }

  planPeriod(subscription: SubscriptionRow, plan: PlanRow) {
    return this.#planPeriod(subscription, plan, this.now)
  }
}
