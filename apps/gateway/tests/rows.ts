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

/** All that belongs to an organization, word for word. */
export async function rowsOf(organizationId: string) {
  const tables = await db
    .from('information_schema.columns')
    .where({ table_schema: 'public', column_name: 'organization_id' })
    .orderBy('table_name')
    .select('table_name')
  const selects = tables.map(
    ({ table_name: name }) =>
      `select '${name}' as name, to_jsonb(t)::text as row from "${name}" t where organization_id = :organizationId`,
  )
  const { rows } = await db.rawQuery<{ rows: { name: string; row: string }[] }>(
    `${selects.join(' union all ')} order by name, row`,
    { organizationId },
  )
  return rows
}
