import { customEndpoint, isDirectusError, readUsers, updateUser } from '@directus/sdk'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import User from '#accounts/models/user'
import { admin } from '#content/cms/client'
import { editorRole, forgetSession, sessionOf, studioRole } from '#content/cms/editor'
import { NoSeatException } from '#content/exceptions/no_seat_exception'
import { record } from '#ledger/record'

declare module '#ledger/record' {
  export interface Actions {
    'studio.seat_taken': object
    'studio.seat_given_back': object
  }
}

interface License {
  entitlements: { seats: { limit: number | null } }
  usage: { seats: number }
}

const entering = new Map<string, Promise<{ token: string }>>()

/** A token that opens the Studio; somebody who has no seat yet takes one. */
export async function studioToken(user: User) {
  const session = await sessionOf(user)
  if (session.opensStudio) return session.token

  const begun = entering.get(user.id) ?? enter(user).finally(() => entering.delete(user.id))
  entering.set(user.id, begun)
  return (await begun).token
}

async function enter(user: User) {
  await takeSeat(user)
  forgetSession(user.id)
  return sessionOf(user)
}

/** @throws NoSeatException when the licence of Directus allows no more */
const takeSeat = (user: User) =>
  oneAtATime(async (trx) => {
    if ((await roleOf(user.id)) === studioRole) return
    await record(trx, { action: 'studio.seat_taken', subject: ['user', user.id], actorId: user.id })
    // By its name an editor is known to the others in the Studio.
    await admin.request(updateUser(user.id, { role: studioRole, first_name: user.fullName })).catch(explain)
  })

/** Who has none gives none back. */
export const giveBackSeat = (userId: string) =>
  oneAtATime(async (trx) => {
    if ((await roleOf(userId)) !== studioRole) return
    await record(trx, { action: 'studio.seat_given_back', subject: ['user', userId] })
    await admin.request(updateUser(userId, { role: editorRole, first_name: null }))
    forgetSession(userId)
  })

/** The seats as one editor sees them. An installation's administrator at Directus counts as well. */
export async function seatsFor(user: User) {
  const [license, holders] = await Promise.all([
    admin.request(customEndpoint<License>({ path: '/license', method: 'GET' })),
    admin.request(readUsers({ fields: ['id'], filter: { role: { _eq: studioRole } }, limit: -1 })),
  ])
  const ids = holders.map(({ id }) => id)
  const people = await User.query().whereIn('id', ids).orderBy('full_name')
  return {
    isMine: ids.includes(user.id),
    used: license.usage.seats,
    limit: license.entitlements.seats.limit,
    holders: people.filter(({ id }) => id !== user.id).map(({ fullName }) => fullName),
  }
}

async function roleOf(id: string) {
  const [known] = await admin.request(readUsers({ fields: ['role'], filter: { id: { _eq: id } } }))
  return known?.role
}

/** In all processes together, so that a page with many requests takes one seat, and its record is written once. */
const oneAtATime = (act: (trx: TransactionClientContract) => Promise<void>) =>
  db.transaction(async (trx) => {
    await trx.rawQuery(`select pg_advisory_xact_lock(hashtext('studio-seats'))`)
    await act(trx)
  })

function explain(error: unknown): never {
  const isFull = isDirectusError(error) && error.errors[0]?.extensions.code === 'LIMIT_EXCEEDED'
  throw isFull ? new NoSeatException() : error
}
