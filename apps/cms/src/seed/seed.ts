import { readFileSync } from 'node:fs'
import { stableId } from '../ids.ts'

export interface SeedItem {
  key: string
  collection: string
  singleton?: boolean
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

export const idOf = (collection: string, key: string): string => stableId(`${collection}:${key}`)

/** The text of a Markdown file beside the seed. */
export const markdown = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8').trim()
