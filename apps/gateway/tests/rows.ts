import db from '@adonisjs/lucid/services/db'

/** How many rows there are in each table. */
export async function rowCounts() {
  const tables = await db.from('pg_tables').where({ schemaname: 'public' }).select('tablename')
  const selects = tables.map(
    ({ tablename }) => `select '${tablename}' as name, count(*)::int from "${tablename}"`,
  )
  const { rows } = await db.rawQuery<{ rows: { name: string; count: number }[] }>(selects.join(' union all '))
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]))
}
