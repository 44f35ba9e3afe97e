import { basename } from 'node:path'
import db from '@adonisjs/lucid/services/db'
import { avatarColumns } from '#config/uploads'
import { avatarFolder } from '#core/uploads/avatar_urls'
import { storage } from '#core/uploads/storage'

/** A picture is stored before its owner names it, so what is young may still find one. */
const youngFor = 60 * 60 * 1000

async function isNamed(avatar: string) {
  for (const { table, column } of avatarColumns) {
    if (await db.from(table).where(column, avatar).first()) return true
  }
  return false
}

/** Removes the pictures that nobody has: an upload that died half-way, or a removal that met a storage that was away. */
export async function sweepAvatars(now = Date.now()) {
  for await (const { key, modifiedAt } of storage.list(avatarFolder)) {
    if (now - modifiedAt.getTime() < youngFor) continue
    const avatar = basename(key).replace(/-\d+\.webp$/, '')
    if (!(await isNamed(avatar))) await storage.remove(key)
  }
}
