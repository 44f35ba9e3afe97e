import db from '@adonisjs/lucid/services/db'

const table = (name: string) => `
  select count(*)::int as total,
         count(*) filter (where disabled_at is not null)::int as disabled,
         count(*) filter (where created_at > now() - interval '30 days')::int as recent
  from ${name}`

interface Count {
  total: number
  disabled: number
  /** In the last 30 days. */
  recent: number
}

async function count(name: 'users' | 'organizations') {
  const { rows } = await db.rawQuery<{ rows: [Count] }>(table(name))
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
