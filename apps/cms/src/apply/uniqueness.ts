import { withDatabase } from '../bootstrap.ts'
import type { Environment } from '../env.ts'
import { collections } from '../schema/index.ts'
import type { Report } from './report.ts'

/** What Directus has no word for: a combination of values that no two items share. It leaves such an index alone. */
export function applyUniqueness(env: Environment, report: Report) {
  return withDatabase(env, async (database) => {
    for (const { name, unique } of collections) {
      if (!unique) continue
      const index = `${name}_${unique.join('_')}_unique`
      const { rowCount } = await database.query('select 1 from pg_indexes where indexname = $1', [index])
      if (rowCount) continue
      await database.query(`create unique index if not exists ${index} on ${name} (${unique.join(', ')})`)
      report.changed(`add index ${index}`)
    }
  })
}
