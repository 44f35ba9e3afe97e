import db from '@adonisjs/lucid/services/db'
import { uuidv7 } from 'uuidv7'
import User from '#accounts/models/user'
import Organization from '#organizations/models/organization'

/** Somebody who belongs to no organization yet. */
export const somebody = (details: Partial<User> = {}) =>
  User.create({
    email: `${uuidv7()}@initech.test`,
    fullName: 'Ines Iwasaki',
    password: null,
    ...details,
  } as Partial<User>)

/** An organization with one person for each role that is named. */
export async function organizationOf<const Roles extends string[]>(...roles: Roles) {
  const organization = await Organization.create({ name: 'Initech' })
  const people: User[] = []
  for (const role of roles) {
    const user = await somebody()
    await organization.related('memberships').create({ userId: user.id, role })
    people.push(user)
  }
  return { organization, people: people as { [Index in keyof Roles]: User } }
}

/** What the ledger says of an organization, oldest first. */
export async function eventsOf({ id }: { id: string }) {
  const rows = await db.from('ledger_events').where({ organization_id: id }).orderBy('id')
  return rows.map(({ action, metadata }) => [action, metadata] as [string, Record<string, unknown>])
}

export async function rolesOf({ id }: { id: string }) {
  const rows = await db.from('memberships').where({ organization_id: id }).orderBy('id')
  return rows.map(({ role }) => role as string)
}
