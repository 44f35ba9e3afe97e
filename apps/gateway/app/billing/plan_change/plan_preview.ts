import type { DateTime } from 'luxon'
import { currencyOf, refuseForeignPlan } from '#billing/currency'
import { lago, type LagoPlan, type LagoSubscription } from '#billing/lago'
import { lagoTime } from '#billing/lago_clock'
import { time } from '#billing/mirror/time'
import Invoice from '#billing/models/invoice'
import Subscription from '#billing/models/subscription'
import { type Interval, periodAt, yearlyCents } from '#billing/plan_change/periods'
import {
  type Coupon,
  creditFrom,
  feeFrom,
  type PaidFee,
  type Tax,
  totalsOf,
} from '#billing/plan_change/proration'
import { trialEndOf } from '#billing/standing'

export interface Preview {
  /** Whether it begins now, or when the current period ends, or nothing changes but that a planned end is taken back. */
  kind: 'now' | 'later' | 'stay'
  plan: LagoPlan
  startsAt: DateTime
  /** The last day that the first bill covers; null when there is none yet. */
  coveredUntil: DateTime | null
  trialEndsAt: DateTime | null
  /** The parts of the invoice that comes with it. */
  planCents: number
  usageCents: number
  couponCents: number
  taxCents: number
  creditCents: number
  prepaidCents: number
  dueCents: number
}

const unchanged = {
  planCents: 0,
  usageCents: 0,
  couponCents: 0,
  taxCents: 0,
  creditCents: 0,
  prepaidCents: 0,
  dueCents: 0,
}
const asTaxes = (taxes: { code: string; rate: number }[] = []): Tax[] =>
  taxes.map(({ code, rate }) => ({ code, rate }))

/** What choosing a plan would do and cost if it were done now. Asks Lago, and changes nothing. */
export class PlanPreview {
  #now!: DateTime
  #plan!: LagoPlan
  #customer: Awaited<ReturnType<typeof lago.customer>> = null
  #subscriptions: LagoSubscription[] = []
  #houseTaxes: Tax[] = []

  constructor(
    private organizationId: string,
    private planCode: string,
  ) {}

  /** @throws FieldException for a plan of another currency than the one that is settled */
  async show(): Promise<Preview> {
    refuseForeignPlan(await currencyOf(this.organizationId), this.planCode)
    const alive = await Subscription.alive(this.organizationId)
    await this.#ask()
    const current = this.#subscriptions.find(({ status }) => status === 'active')
    if (!current || alive?.status === 'incomplete') return this.#beginning()
    if (current.plan_code === this.planCode) return this.#staying()

    const from = await lago.plan(current.plan_code)
    return isUpgrade(from, this.#plan) ? this.#upgrade(current, from) : this.#downgrade(current, from)
  }

  async #ask() {
    const { organizationId } = this
    const [plan, customer, subscriptions, organization] = await Promise.all([
      lago.plan(this.planCode),
      lago.customer(organizationId),
      lago.subscriptions(organizationId),
      lago.organization(),
    ])
    this.#plan = plan
    this.#customer = customer
    this.#subscriptions = subscriptions.filter(({ external_id: id }) => id === organizationId)
    this.#houseTaxes = asTaxes(organization.taxes)
    this.#now = lagoTime().setZone(customer?.applicable_timezone ?? organization.timezone ?? 'utc')
  }

  #taxesOf(plan: LagoPlan) {
    const levels = [asTaxes(plan.taxes), asTaxes(this.#customer?.taxes)]
    return levels.find((taxes) => taxes.length > 0) ?? this.#houseTaxes
  }

  #termsOf(plan: LagoPlan) {
    const { amount_cents: amountCents, interval } = plan
    return { amountCents, interval: interval as Interval, taxes: this.#taxesOf(plan) }
  }

  /** The trial of the chosen plan, if any of it is left on that day. */
  #trialEnd(day: DateTime) {
    const start = day.toUTC().toISO()!
    const started = { plan_code: this.planCode, started_at: start, trial_ended_at: null } as LagoSubscription
    const end = trialEndOf(started, {
      subscriptions: [...this.#subscriptions, started],
      invoices: [],
      trialDays: new Map([[this.planCode, Math.round(this.#plan.trial_period ?? 0)]]),
    })
    return end && end > day ? end : null
  }

  /** Credit notes that are still good; Lago uses them up before it asks for money. */
  async #credit() {
    if (!this.#customer) return { notes: [], cents: 0 }
    const notes = await lago.creditNotes(this.organizationId)
    const good = notes.filter(
      ({ credit_status: status, currency }) =>
        status === 'available' && currency === this.#plan.amount_currency,
    )
    return { notes, cents: good.reduce((sum, { balance_amount_cents: cents }) => sum + cents, 0) }
  }

  async #coupons(): Promise<Coupon[]> {
    if (!this.#customer) return []
    const held = await lago.appliedCoupons(this.organizationId)
    if (held.length === 0) return []
    const limits = await lago.coupons()
    return held
      .filter(({ amount_currency: own }) => !own || own === this.#plan.amount_currency)
      .map((coupon) => {
        const limit = limits.find(({ lago_id: id }) => id === coupon.lago_coupon_id)
        return {
          amountCents: coupon.percentage_rate
            ? null
            : (coupon.amount_cents_remaining ?? coupon.amount_cents ?? 0),
          rate: coupon.percentage_rate ?? 0,
          planCodes: limit?.plan_codes ?? [],
          metricCodes: limit?.billable_metric_codes ?? [],
        }
      })
  }

  /** What the next invoice uses up before it asks for money. */
  async #available(creditCents: number) {
    const { organizationId } = this
    const [coupons, prepaidCents] = await Promise.all([
      this.#coupons(),
      this.#customer ? lago.prepaidCents(organizationId, this.#plan.amount_currency) : 0,
    ])
    return { coupons, creditCents, prepaidCents }
  }

  /** The price of the chosen plan as a line of its first invoice. */
  #line(amountCents: number) {
    return { amountCents, taxes: this.#taxesOf(this.#plan), planCode: this.planCode }
  }

  #staying(): Preview {
    return {
      ...unchanged,
      kind: 'stay',
      plan: this.#plan,
      startsAt: this.#now,
      coveredUntil: null,
      trialEndsAt: null,
    }
  }

  async #beginning(): Promise<Preview> {
    const trialEndsAt = this.#trialEnd(this.#now)
    const terms = this.#termsOf(this.#plan)
    const planCents = trialEndsAt ? 0 : feeFrom(this.#now, terms, this.#now, null)
    const { cents } = await this.#credit()
    return {
      kind: 'now',
      plan: this.#plan,
      startsAt: this.#now,
      coveredUntil: trialEndsAt ? null : periodAt(terms.interval, this.#now, this.#now.startOf('day')).to,
      trialEndsAt,
      planCents,
      usageCents: 0,
      ...totalsOf([this.#line(planCents)], await this.#available(cents)),
    }
  }

  async #upgrade(current: LagoSubscription, from: LagoPlan): Promise<Preview> {
    const anchor = this.#anchor(current)
    const terms = this.#termsOf(this.#plan)
    const trialEndsAt = this.#trialEnd(this.#now)
    const planCents = trialEndsAt ? 0 : feeFrom(this.#now, terms, anchor, null)
    const usage = await lago.currentUsage(this.organizationId)
    const credit = await this.#credit()
    const paid = await this.#paidFee(current, credit.notes)
    const back = paid ? creditFrom(this.#now, paid, from.interval as Interval, anchor) : 0

    return {
      kind: 'now',
      plan: this.#plan,
      startsAt: this.#now,
      coveredUntil: trialEndsAt ? null : periodAt(terms.interval, anchor, this.#now.startOf('day')).to,
      trialEndsAt,
      planCents,
      usageCents: usage.amount_cents,
      ...totalsOf(
        [
          ...usage.charges_usage.map((charge) => ({
            amountCents: charge.amount_cents,
            taxes: this.#taxesOf(from),
            planCode: from.code,
            metricCode: charge.billable_metric.code,
          })),
          this.#line(planCents),
        ],
        await this.#available(credit.cents + back),
      ),
    }
  }

  /** Nothing is billed before the current period ends; what has been used until then comes with that invoice. */
  async #downgrade(current: LagoSubscription, from: LagoPlan): Promise<Preview> {
    const anchor = this.#anchor(current)
    const period = periodAt(from.interval as Interval, anchor, this.#now.startOf('day'))
    const startsAt = period.to.plus({ days: 1 })
    const terms = this.#termsOf(this.#plan)
    const trialEndsAt = this.#trialEnd(startsAt)
    const planCents = trialEndsAt ? 0 : feeFrom(startsAt, terms, anchor, null)
    return {
      kind: 'later',
      plan: this.#plan,
      startsAt,
      coveredUntil: trialEndsAt ? null : periodAt(terms.interval, anchor, startsAt).to,
      trialEndsAt,
      planCents,
      usageCents: 0,
      ...totalsOf([this.#line(planCents)], await this.#available((await this.#credit()).cents)),
    }
  }

  #anchor({ subscription_at: at, started_at: start }: LagoSubscription) {
    return time(at ?? start!).setZone(this.#now.zone)
  }

  async #paidFee(
    { lago_id: id }: LagoSubscription,
    notes: Awaited<ReturnType<typeof lago.creditNotes>>,
  ): Promise<PaidFee | null> {
    const fees = await lago.planFees(this.organizationId)
    const fee = fees.filter(({ lago_subscription_id: owner }) => owner === id).at(-1)
    if (!fee?.lago_invoice_id || !fee.to_date) return null
    const invoice = await Invoice.find(fee.lago_invoice_id)
    if (invoice?.status === 'voided') return null

    const details = fee.amount_details as { plan_amount_cents?: number | string } | undefined
    const items = notes.flatMap(({ items: found }) => found ?? [])
    const earlier = items.filter((item) => item.fee?.lago_id === fee.lago_id)
    return {
      amountCents: fee.amount_cents,
      planAmountCents: Number(details?.plan_amount_cents ?? fee.amount_cents),
      couponsCents: fee.precise_coupons_amount_cents ?? '0',
      creditedCents: earlier.reduce((sum, item) => sum + preciseCents(item), 0),
      taxes: (fee.applied_taxes ?? []).map((tax) => ({ code: tax.tax_code!, rate: tax.tax_rate! })),
      until: time(fee.to_date).setZone(this.#now.zone),
    }
  }
}

const isUpgrade = (from: LagoPlan, to: LagoPlan) =>
  yearlyCents(to.amount_cents, to.interval as Interval) >=
  yearlyCents(from.amount_cents, from.interval as Interval)

/** The client's type does not know the fractions yet. */
const preciseCents = (item: { amount_cents: number; precise_amount_cents?: string }) =>
  Number(item.precise_amount_cents ?? item.amount_cents)
