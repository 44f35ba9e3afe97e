import { readFileSync } from 'node:fs'
import { stableId } from '../ids.ts'

export interface SeedItem {
  key: string
  collection: string
  /** The key of the item that this one is in another language. */
  translationOf?: string
  data: { id: string; [field: string]: unknown }
}

export interface SeedFile {
  key: string
  id: string
  name: string
  path: URL
  title: string
  /** What the picture shows, for people who cannot see it. */
  description: string
}

/**
 * An item of a collection with an id that follows from its key. Relations inside `data` name other items by `stableId`.
 *
 * @param key unique within the collection, such as the slug
 */
export function item(collection: string, key: string, data: Record<string, unknown>): SeedItem {
  const unique = `${collection}:${key}`
  return { key: unique, collection, data: { id: stableId(unique), ...data } }
}

/** An item in German. What it shares with the English one, such as its address, is the same. */
export const inGerman = (english: SeedItem, data: Record<string, unknown>): SeedItem => {
  const key = `${english.key}:de`
  return {
    key,
    collection: english.collection,
    translationOf: english.key,
    data: { ...english.data, ...data, id: stableId(key), language: 'de' },
  }
}

export const idOf = (collection: string, key: string): string => stableId(`${collection}:${key}`)

/** The text of a Markdown file beside the seed. */
export const markdown = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8').trim()
