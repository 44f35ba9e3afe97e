import db from '@adonisjs/lucid/services/db'

/** Of somebody who is deleted a row stays, which nobody counts. */
const present = { users: 'deleted_at is null', organizations: 'true' }

const counting = (name: keyof typeof present) => `
  select count(*)::int as total,
         count(*) filter (where disabled_at is not null)::int as disabled,
         count(*) filter (where created_at > now() - interval '30 days')::int as recent
  from ${name} where ${present[name]}`

interface Count {
  total: number
  disabled: number
  /** In the last 30 days. */
  recent: number
}

async function count(name: keyof typeof present) {
  const { rows } = await db.rawQuery<{ rows: [Count] }>(counting(name))
  return rows[0]
}

async function subscriptions() {
  const rows: { status: string; total: string }[] = await db
    .from('subscriptions')
    .select('status')
    .count('* as total')
    .groupBy('status')
  const of = (status: string) => Number(rows.find((row) => row.status === status)?.total ?? 0)
  return {
    active: of('active'),
    incomplete: of('incomplete'),
    pastDue: of('past_due'),
    canceled: of('canceled'),
  }
}

/** How many there are, counted now. */
export async function statistics() {
  const [users, organizations, counted] = await Promise.all([
    count('users'),
    count('organizations'),
    subscriptions(),
  ])
  return { users, organizations, subscriptions: counted }
}
