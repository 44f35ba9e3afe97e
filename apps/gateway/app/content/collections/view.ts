import { createHash } from 'node:crypto'
import vine from '@vinejs/vine'
import type { HttpContext } from '@adonisjs/core/http'
import { collections } from '#config/collections'
import { load } from '#content/collections/load'
import { type Read, readOf } from '#content/collections/read'
import { NotFoundException } from '#core/exceptions/not_found_exception'

/** @throws NotFoundException for whatever is not to be asked for */
export function listed(collection: string) {
  if (!Object.hasOwn(collections, collection) || collections[collection]!.inner) throw new NotFoundException()
  return collection
}

/** @throws NotFoundException for what is no id */
export function itemOf(collection: string, id: string, fields?: string): Read {
  if (!vine.helpers.isUUID(id)) throw new NotFoundException()
  return { ...readOf(collection, { fields, limit: 1 }), filter: [{ id: { _eq: id } }] }
}

/** One question has one copy, however it was asked. */
export const keyOf = (read: Read) =>
  `collection:${createHash('sha256').update(JSON.stringify(read)).digest('base64url')}`

/** Questions are countless, so their answers stay in memory. */
export const listView =
  (read: Read, { serialize }: HttpContext) =>
  async () => {
    const { items, total, tags } = await load(read)
    return { answer: await serialize(items, { total }), tags, isCountless: true, isEmpty: items.length === 0 }
  }
