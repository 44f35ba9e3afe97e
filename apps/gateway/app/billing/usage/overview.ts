import db from '@adonisjs/lucid/services/db'
import { planOf } from '#billing/entitlements'
import { lagoTime } from '#billing/lago_clock'
import { usagePeriod } from '#billing/usage/period'
import { type Seats, seatsOf } from '#billing/usage/seats'

export interface Overview {
  from: string
  resetsAt: string
  calls: {
    used: number
    limit: number | null
    /** At the pace of the period so far. */
    forecast: number
    days: { day: string; count: number }[]
    people: { name: string; count: number }[]
  }
  seats: Seats
}

/** What an organization has used since its period began, as it was written down; the newest calls take some seconds. */
export async function usageOf(organizationId: string): Promise<Overview> {
  const [plan, period] = await Promise.all([planOf(organizationId), usagePeriod(organizationId)])
  const { from, resetsAt } = period
  const own = () =>
    db
      .from('usage_days')
      .where({ organization_id: organizationId, metric: 'api_calls' })
      .where('day', '>=', from.toISODate()!)
      .sum('count as count')
  const [days, people, seats] = await Promise.all([
    own().select(db.raw("to_char(day, 'YYYY-MM-DD') as day")).groupBy('day').orderBy('day'),
    own()
      .join('users', 'users.id', 'user_id')
      .select('users.full_name as name')
      .groupBy('users.id')
      .orderBy('count', 'desc')
      .limit(20),
    seatsOf(organizationId, plan.planCode, period),
  ])

  const used = days.reduce((sum, { count }) => sum + Number(count), 0)
  const passed = Math.max(1, lagoTime().diff(from).as('days'))
  const whole = resetsAt.diff(from).as('days')
  return {
    from: from.toISODate()!,
    resetsAt: resetsAt.toUTC().toISO()!,
    calls: {
      used,
      limit: plan.limit('api_calls'),
      forecast: Math.max(used, Math.round((used / passed) * whole)),
      days: days.map(({ day, count }) => ({ day: String(day), count: Number(count) })),
      people: people.map(({ name, count }) => ({ name: String(name), count: Number(count) })),
    },
    seats,
  }
}
