import { basename } from 'node:path'
import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { uuidv7 } from 'uuidv7'
import { archiveOf } from '#accounts/export/archive'
import User from '#accounts/models/user'
import { storage } from '#core/uploads/storage'
import { DataExportSchema } from '#database/schema'
import { record } from '#ledger/record'

const keptFor = { days: 7 }
const folder = 'exports'
const fileOf = (id: string) => `${folder}/${id}.zip`

/** A file with everything we hold about a person, theirs alone, for a week. A person has one at a time. */
export default class DataExport extends DataExportSchema {
  static override selfAssignPrimaryKey = true

  static of(user: User) {
    return this.query()
      .where({ userId: user.id })
      .where((alive) => alive.whereNull('expiresAt').orWhere('expiresAt', '>', DateTime.utc().toJSDate()))
      .first()
  }

  /** One that is being made is not begun again; one that is finished makes way for the new. */
  static async request(user: User) {
    const previous = await this.findBy({ userId: user.id })
    if (previous && !previous.readyAt) return previous

    const made = await db.transaction(async (trx) => {
      await trx.from('users').where({ id: user.id }).forUpdate()
      await trx.from('data_exports').where({ user_id: user.id }).whereNotNull('ready_at').delete()
      const underway = await this.query({ client: trx }).where({ userId: user.id }).first()
      if (underway) return underway
      const created = await this.create({ id: uuidv7(), userId: user.id }, { client: trx })
      await record(trx, { action: 'user.export_requested', subject: ['data_export', created.id] })
      return created
    })
    if (previous)
      await storage
        .remove(fileOf(previous.id))
        .catch((err: unknown) => logger.warn({ err }, 'export not removed'))
    return made.refresh()
  }

  /** Repeated after a crash it writes the same file again. */
  async make(trx: TransactionClientContract) {
    if (this.readyAt) return
    const user = await User.findOrFail(this.userId, { client: trx })
    const archive = await archiveOf(user)
    await storage.write(fileOf(this.id), archive)

    this.useTransaction(trx)
    this.readyAt = DateTime.utc()
    this.expiresAt = this.readyAt.plus(keptFor)
    this.bytes = archive.length
    await this.save()
    await record(trx, { action: 'user.export_made', subject: ['data_export', this.id] })
  }

  /** The file, or null where it is not ready or has gone. */
  async contents() {
    return this.readyAt ? storage.read(fileOf(this.id)) : null
  }

  static async removeOf(user: User) {
    const own = await this.findBy({ userId: user.id })
    if (!own) return
    await storage.remove(fileOf(own.id))
    await own.delete()
  }

  /** A file goes once its row has: also one that a newer took the place of, or whose owner is no more. */
  static async removeExpired() {
    await this.query().where('expiresAt', '<=', DateTime.utc().toJSDate()).delete()
    for await (const { key } of storage.list(folder)) {
      if (!(await this.find(basename(key, '.zip')))) await storage.remove(key)
    }
  }
}
