import db from '@adonisjs/lucid/services/db'
import { lagoTime } from '#billing/lago_clock'
import { dunning } from '#config/dunning'
import { currencies } from '#config/plans'
import env from '#start/env'

/** Whoever runs a plan with a price, and has none of it for nothing any more. */
const paying = `
  subscriptions
  join plans on plans.code = subscriptions.plan_code and plans.amount_cents > 0
  where subscriptions.status in ('active', 'past_due')
    and (subscriptions.trial_ends_at is null or subscriptions.trial_ends_at <= :now)`

const perMonth = `case plans.interval
  when 'weekly' then 52 / 12.0 when 'quarterly' then 1 / 3.0 when 'semiannual' then 1 / 6.0 when 'yearly' then 1 / 12.0
  else 1 end`

/** What was asked for and not taken back. Credit is owed by nobody: it is bought or it is not. */
const issued = `invoices.status = 'finalized' and invoices.total_cents > 0 and invoices.issued_on >= :since
  and (invoices.type <> 'credit' or invoices.payment_status = 'succeeded')`

const sums = `
  invoices.currency,
  count(*)::int as invoices,
  sum(invoices.total_cents)::float8 as "invoicedCents",
  sum(invoices.tax_cents)::float8 as "taxCents",
  coalesce(sum(invoices.total_cents) filter (where invoices.payment_status = 'succeeded'), 0)::float8 as "paidCents"`

interface Sums {
  currency: string
  invoices: number
  invoicedCents: number
  taxCents: number
  paidCents: number
}

interface Recurring {
  currency: string
  /** What the plans that run cost in a month and in a year, before taxes, coupons and usage. */
  monthlyCents: number
  yearlyCents: number
  subscriptions: number
}

interface Churn {
  /** Organizations that were paying 30 days ago, and how many of them are not any more. */
  before: number
  lost: number
}

interface Trial {
  id: string
  organizationId: string
  organizationName: string
  planName: string
}

interface Trouble {
  id: string
  organizationId: string
  organizationName: string
  /** Of the days of config/dunning.ts: how many have had their new attempt, and their mail. */
  attempts: number
  reminders: number
  invoices: number
  owedCents: number
  currency: string
}

const rowsOf = async <Row>(sql: string, values: object = {}) =>
  (await db.rawQuery<{ rows: Row[] }>(sql, values as Record<string, string>)).rows

/** The money of the platform, from our copy of what Lago has. */
export class BillingFigures {
  #now = lagoTime()

  async show() {
    const [recurring, churn, months, plans, trials, troubles] = await Promise.all([
      this.#recurring(),
      this.#churn(),
      this.#months(),
      this.#plans(),
      this.#trials(),
      this.#troubles(),
    ])
    return {
      recurring,
      churn,
      months,
      plans,
      trials,
      troubles,
      /** Where the operator's own people find the rest, if he says so. */
      dashboardUrl: env.get('LAGO_DASHBOARD_URL') ?? null,
    }
  }

  get #moments() {
    return {
      now: this.#now.toISO()!,
      before: this.#now.minus({ days: 30 }).toISO()!,
      since: this.#now.startOf('month').minus({ months: 11 }).toISODate()!,
    }
  }

  #recurring() {
    return rowsOf<Recurring>(
      `select plans.currency,
              round(sum(plans.amount_cents * ${perMonth}))::float8 as "monthlyCents",
              round(sum(plans.amount_cents * ${perMonth} * 12))::float8 as "yearlyCents",
              count(*)::int as subscriptions
       from ${paying} group by plans.currency order by plans.currency`,
      this.#moments,
    )
  }

  async #churn() {
    const [churn] = await rowsOf<Churn>(
      `with then_paying as (
         select distinct subscriptions.organization_id
         from subscriptions
         join plans on plans.code = subscriptions.plan_code and plans.amount_cents > 0
         where subscriptions.started_at <= :before
           and (subscriptions.canceled_at is null or subscriptions.canceled_at > :before)
           and exists (
             select from invoices
             where invoices.organization_id = subscriptions.organization_id and invoices.total_cents > 0
               and invoices.type <> 'credit'
               and invoices.payment_status = 'succeeded' and invoices.issued_at <= :before))
       select count(*)::int as before,
              count(*) filter (where organization_id not in (
                select subscriptions.organization_id from ${paying}))::int as lost
       from then_paying`,
      this.#moments,
    )
    return churn!
  }

  #months() {
    return rowsOf<Sums & { month: string }>(
      `select to_char(invoices.issued_on, 'YYYY-MM') as month, ${sums}
       from invoices where ${issued} group by 1, invoices.currency order by 1 desc, invoices.currency`,
      this.#moments,
    )
  }

  #plans() {
    return rowsOf<Sums & { planCode: string | null; planName: string | null; organizations: number }>(
      `select invoices.plan_code as "planCode", plans.name as "planName",
              count(distinct invoices.organization_id)::int as organizations, ${sums}
       from invoices left join plans on plans.code = invoices.plan_code
       where ${issued} group by 1, 2, invoices.currency order by invoices.currency, "invoicedCents" desc, 1`,
      this.#moments,
    )
  }

  async #trials() {
    const rows = await rowsOf<Trial & { endsAt: Date }>(
      `select subscriptions.id, organizations.id as "organizationId", organizations.name as "organizationName",
              coalesce(plans.name, subscriptions.plan_code) as "planName", subscriptions.trial_ends_at as "endsAt"
       from subscriptions
       join organizations on organizations.id = subscriptions.organization_id
       left join plans on plans.code = subscriptions.plan_code
       where subscriptions.status in ('active', 'past_due') and subscriptions.trial_ends_at > :now
       order by subscriptions.trial_ends_at limit 100`,
      this.#moments,
    )
    return rows.map((row) => ({ ...row, endsAt: row.endsAt.toISOString() }))
  }

  /** Who owes, the longest first. */
  async #troubles() {
    const rows = await rowsOf<Trouble & { beganAt: Date; suspendedAt: Date | null }>(
      `select payment_troubles.id, organizations.id as "organizationId", organizations.name as "organizationName",
              payment_troubles.began_at as "beganAt", payment_troubles.suspended_at as "suspendedAt",
              payment_troubles.attempts, payment_troubles.reminders,
              coalesce(owed.invoices, 0)::int as invoices, coalesce(owed.cents, 0)::float8 as "owedCents",
              coalesce(owed.currency, billing_customers.currency, :currency) as currency
       from payment_troubles
       join organizations on organizations.id = payment_troubles.organization_id
       left join billing_customers on billing_customers.organization_id = organizations.id
       left join lateral (
         select count(*) as invoices, sum(total_cents) as cents, min(currency) as currency
         from invoices
         where organization_id = organizations.id and status = 'finalized'
           and type <> 'credit' and payment_status <> 'succeeded' and total_cents > 0) as owed on true
       where payment_troubles.resolved_at is null
       order by payment_troubles.began_at limit 100`,
      { currency: currencies[0] },
    )
    return rows.map(({ beganAt, suspendedAt, ...row }) => ({
      ...row,
      beganAt: beganAt.toISOString(),
      suspendsAt: new Date(beganAt.getTime() + dunning.graceDays * 86_400_000).toISOString(),
      suspendedAt: suspendedAt?.toISOString() ?? null,
    }))
  }
}
