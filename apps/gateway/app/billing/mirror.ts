import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import '#billing/ledger'
import { lago, type LagoInvoice, type LagoSubscription } from '#billing/lago'
import { confirmLease } from '#billing/lease'
import Invoice from '#billing/models/invoice'
import Plan from '#billing/models/plan'
import Subscription from '#billing/models/subscription'
import { statusOf, trialEndOf } from '#billing/standing'
import { record } from '#ledger/record'

export interface PaymentTrouble {
  invoiceId: string
  reason: string
}

const time = (value: string | null) => (value === null ? null : DateTime.fromISO(value, { zone: 'utc' }))

const differs = (one: DateTime | null, other: DateTime | null) => one?.toMillis() !== other?.toMillis()

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
    const [subscriptions, invoices] = await Promise.all([
      lago.subscriptions(this.organizationId),
      lago.invoices(this.organizationId),
    ])

    await db.transaction(async (trx) => {
      await confirmLease(trx, this.organizationId, this.lease)
      await this.#copyInvoices(trx, invoices, trouble)
      await this.#copySubscriptions(trx, subscriptions, invoices)
      await trx
        .from('billing_customers')
        .where({ organization_id: this.organizationId })
        .update({ synced_at: new Date() })
    })
  }

  async #copySubscriptions(trx: TransactionClientContract, all: LagoSubscription[], invoices: LagoInvoice[]) {
    const plans = await Plan.query({ client: trx })
    const trialDays = new Map(plans.map(({ code, trialDays: days }) => [code, days]))
    const own = all.filter(({ external_id: id }) => id === this.organizationId)
    const account = { subscriptions: own, invoices, trialDays }
    const known = await Subscription.query({ client: trx }).where({ organizationId: this.organizationId })

    // What has ended comes first: the database lets an organization have only one that has not.
    const begun = own.filter(({ started_at: start }) => start !== null)
    for (const source of begun.sort(endedFirst)) {
      const row = known.find(({ lagoId }) => lagoId === source.lago_id) ?? new Subscription()
      const before = {
        status: row.status,
        cancelAt: row.cancelAt ?? null,
        nextPlanCode: row.nextPlanCode ?? null,
      }
      row.merge({
        organizationId: this.organizationId,
        lagoId: source.lago_id,
        planCode: source.plan_code,
        status: statusOf(source, account),
        startedAt: time(source.started_at),
        currentPeriodEnd: time(source.current_billing_period_ending_at),
        trialEndsAt: trialEndOf(source, account),
        cancelAt: time(source.ending_at),
        canceledAt: time(source.terminated_at ?? source.canceled_at),
        nextPlanCode: source.next_plan_code,
      })
      await row.useTransaction(trx).save()
      await this.#recordSubscription(trx, row, before)
    }
  }

  async #recordSubscription(
    trx: TransactionClientContract,
    row: Subscription,
    before: { status?: Subscription['status']; cancelAt: DateTime | null; nextPlanCode: string | null },
  ) {
    const { planCode, status, nextPlanCode } = row
    const entry = {
      subject: ['subscription', row.id] as [string, string],
      organizationId: this.organizationId,
    }
    const say = (action: keyof typeof statusActions) =>
      record(trx, { ...entry, action: statusActions[action], metadata: { planCode } })

    if (before.status === undefined) await say('incomplete')
    if (before.status !== status && !(before.status === undefined && status === 'incomplete'))
      await say(status)

    const isAlive = before.status !== undefined && status !== 'canceled'
    if (isAlive && (differs(before.cancelAt, row.cancelAt) || before.nextPlanCode !== nextPlanCode)) {
      const cancelAt = row.cancelAt?.toUTC().toISO() ?? null
      await record(trx, {
        ...entry,
        action: 'subscription.changed',
        metadata: { planCode, cancelAt, nextPlanCode },
      })
    }
  }

  async #copyInvoices(trx: TransactionClientContract, all: LagoInvoice[], trouble?: PaymentTrouble) {
    const known = await Invoice.query({ client: trx }).where({ organizationId: this.organizationId })
    const final = all.filter(({ status }) => status === 'finalized' || status === 'voided')

    for (const source of final.reverse()) {
      const row = known.find(({ id }) => id === source.lago_id) ?? new Invoice()
      const before = row.$isPersisted ? row.paymentStatus : null
      if (trouble?.invoiceId === source.lago_id) row.paymentError = trouble.reason
      row.merge({
        id: source.lago_id,
        organizationId: this.organizationId,
        number: source.number,
        status: source.status,
        paymentStatus: source.payment_status,
        paymentError: source.payment_status === 'succeeded' ? null : (row.paymentError ?? null),
        issuedOn: time(source.issuing_date)!,
        dueOn: time(source.payment_due_date ?? null),
        overdue: source.payment_overdue ?? false,
        totalCents: source.total_amount_cents,
        currency: source.currency,
        issuedAt: time(source.created_at)!,
      })
      await row.useTransaction(trx).save()
      await this.#recordInvoice(trx, row, before)
    }
  }

  async #recordInvoice(
    trx: TransactionClientContract,
    row: Invoice,
    before: Invoice['paymentStatus'] | null,
  ) {
    const { number, totalCents, currency, paymentStatus } = row
    const entry = { subject: ['invoice', row.id] as [string, string], organizationId: this.organizationId }
    const metadata = { number, totalCents, currency }

    if (before === null) await record(trx, { ...entry, action: 'invoice.issued', metadata })
    if (before === paymentStatus) return
    if (paymentStatus === 'succeeded') await record(trx, { ...entry, action: 'invoice.paid', metadata })
    if (paymentStatus === 'failed') {
      await record(trx, {
        ...entry,
        action: 'invoice.payment_failed',
        metadata: { ...metadata, reason: row.paymentError },
      })
    }
  }
}

const statusActions = {
  incomplete: 'subscription.started',
  active: 'subscription.activated',
  past_due: 'subscription.past_due',
  canceled: 'subscription.canceled',
} as const satisfies Record<Subscription['status'], string>

const endedFirst = (one: LagoSubscription, other: LagoSubscription) =>
  Number(one.status === 'active') - Number(other.status === 'active')
