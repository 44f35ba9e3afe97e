import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import User from '#accounts/models/user'
import { record } from '#ledger/record'
import { grace, obstacles } from '#config/erasure'

export async function askObstacles(user: User) {
  for (const load of obstacles) {
    const { default: obstacle } = await load()
    await obstacle(user)
  }
}

/**
 * Notes a person's wish to be deleted, for when they have slept on it. Asked again, it stays due when it was.
 *
 * @throws whatever obstacle there is, with what to do about it
 */
export async function requestDeletion(user: User) {
  await askObstacles(user)
  return change(user, async (locked) => {
    if (locked.deletionDueAt) return
    const due = DateTime.utc().plus(grace)
    locked.deletionDueAt = due
    return { action: 'user.deletion_requested', metadata: { dueAt: due.toISO() } }
  })
}

/** They have changed their mind. Once it has begun nobody can: nobody is signed in any more. */
export const withdrawDeletion = (user: User) =>
  change(user, async (locked) => {
    if (!locked.deletionDueAt || locked.deletionStartedAt) return
    locked.deletionDueAt = null
    return { action: 'user.deletion_withdrawn', metadata: {} }
  })

type Event =
  | { action: 'user.deletion_requested'; metadata: { dueAt: string } }
  | { action: 'user.deletion_withdrawn'; metadata: object }

function change(user: User, act: (locked: User) => Promise<Event | undefined>) {
  return db.transaction(async (trx) => {
    const locked = await User.query({ client: trx }).where({ id: user.id }).forUpdate().firstOrFail()
    const event = await act(locked)
    if (!event) return locked
    await locked.save()
    await record(trx, { ...event, subject: ['user', user.id] })
    return locked
  })
}
