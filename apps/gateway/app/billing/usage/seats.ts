import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { uuidv7 } from 'uuidv7'
import { lagoTime } from '#billing/lago_clock'
import BillingCustomer from '#billing/models/billing_customer'
import Plan from '#billing/models/plan'
import Subscription from '#billing/models/subscription'
import type { UsagePeriod } from '#billing/usage/period'

const metric = 'seats'

async function membersOf(organizationId: string, client: TransactionClientContract | typeof db = db) {
  const row = await client
    .from('memberships')
    .where({ organization_id: organizationId })
    .count('* as members')
  return Number(row[0].members)
}

/**
 * Writes down by how much the number of members differs from what Lago was told last; the delivery of usage takes it
 * there. As it is the difference that counts, calling it twice, or once for several changes, comes to the same.
 */
export async function reportSeats(organizationId: string, trx: TransactionClientContract) {
  const customer = await BillingCustomer.query({ client: trx }).where({ organizationId }).forUpdate().first()
  const subscription = await Subscription.alive(organizationId, trx)
  if (!customer || !subscription) return

  const members = await membersOf(organizationId, trx)
  const quantity = members - (customer.seatsReported ?? 0)
  if (quantity === 0) return
  // Whoever was there when the plan began is charged for from then on.
  const at = customer.seatsReported === null ? subscription.startedAt! : lagoTime()
  await trx.table('usage_events').insert({
    id: uuidv7(),
    organization_id: organizationId,
    metric,
    quantity,
    happened_at: at.toJSDate(),
  })
  await customer.merge({ seatsReported: members }).save()
}

export interface Seats {
  now: number
  /** What the plan has without a further charge; null where members cost nothing. */
  included: number | null
  /** The average of the whole period, should nobody join or leave any more: what is charged for. */
  average: number
  /** How many there were at most on each day of the period so far; empty where Lago was told of none. */
  days: { day: string; count: number }[]
}

/** The members of an organization over its period. */
export async function seatsOf(organizationId: string, planCode: string, period: UsagePeriod): Promise<Seats> {
  const [now, plan, customer, changes] = await Promise.all([
    membersOf(organizationId),
    Plan.find(planCode),
    BillingCustomer.find(organizationId),
    db
      .from('usage_events')
      .where({ organization_id: organizationId, metric })
      .where('happened_at', '>=', period.from.toJSDate())
      .orderBy('happened_at')
      .select('happened_at as at', 'quantity'),
  ])
  const charge = plan?.charges.find((one) => one.metric === metric)
  const moves = changes.map(({ at, quantity }) => ({ at: DateTime.fromJSDate(at), by: Number(quantity) }))
  // What was told of a plan that charged for members says nothing under one that does not.
  const told = charge ? (customer?.seatsReported ?? null) : null
  return {
    now,
    included: charge ? (charge.tiers[0]?.upTo ?? 0) : null,
    average: told === null ? now : averageOf(told, moves, period),
    days: told === null ? [] : daysOf(told, moves, period),
  }
}

interface Move {
  at: DateTime
  by: number
}

const sum = (moves: Move[]) => moves.reduce((total, { by }) => total + by, 0)

function averageOf(last: number, moves: Move[], { from, resetsAt }: UsagePeriod) {
  const length = resetsAt.diff(from).toMillis()
  const held = moves.map(({ at, by }) => (by * resetsAt.diff(at).toMillis()) / length)
  return Math.round((last - sum(moves) + held.reduce((total, share) => total + share, 0)) * 100) / 100
}

function daysOf(last: number, moves: Move[], { from }: UsagePeriod) {
  const days = []
  let level = last - sum(moves)
  for (let day = from.toUTC().startOf('day'); day <= lagoTime(); day = day.plus({ days: 1 })) {
    const own = moves.filter(({ at }) => at >= day && at < day.plus({ days: 1 }))
    const levels = own.map((_, index) => level + sum(own.slice(0, index + 1)))
    days.push({ day: day.toISODate()!, count: Math.max(level, ...levels) })
    level += sum(own)
  }
  return days
}
