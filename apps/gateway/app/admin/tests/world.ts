import db from '@adonisjs/lucid/services/db'
import User from '#accounts/models/user'
import { stranger } from '#tests/world'

/** Someone new, with what matters to the test. */
export const somebody = (person: Partial<User['$attributes']> = {}) =>
  User.create({ ...stranger(), ...person })

/** What the ledger says about somebody or something, the oldest first. */
export const events = (id: string): Promise<{ action: string; actor_id: string; metadata: object }[]> =>
  db.from('ledger_events').where({ subject_id: id }).orderBy('id')
