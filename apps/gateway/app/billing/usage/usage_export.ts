import db from '@adonisjs/lucid/services/db'
import type { PersonalData } from '#accounts/export/archive'

/** How much their programs have asked for, day by day. */
const usage: PersonalData = async ({ id }) =>
  db
    .from('usage_days')
    .where({ user_id: id })
    .select('organization_id as organizationId', 'metric', db.raw("to_char(day, 'YYYY-MM-DD') as day"))
    .select(db.raw('count::int as count'))
    .orderBy('day')

export default usage
