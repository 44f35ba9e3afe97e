import { createHash } from 'node:crypto'
import cache from '@adonisjs/cache/services/main'
import { announce } from '#content/live/changes'

/** An answer as text: what is cached is what is sent, so a hit costs neither a query nor JSON. */
export interface Copy {
  body: string
  etag: string
}

export interface View {
  /** Null when what was asked for does not exist. */
  answer: object | null
  /** What the answer was made of, as `collection` or `collection:id`; a change to any of these makes it stale. */
  tags: string[]
  /** An answer that says "none". There are as many of these as there are things to ask for. */
  isEmpty?: boolean
  /** One of as many as anybody can make up, so memory alone keeps it. */
  isCountless?: boolean
}

/** How long a copy is taken without asking whether it still holds. Bounds how late a replica hears of a change. */
const unaskedMs = 250
const maxRecent = 1_000

const recent = new Map<string, { copy: Promise<Copy | null>; until: number }>()

/**
 * The copy under `key`, or a new one. All who ask at once share one attempt, a success is good until it is purged or
 * ten minutes old, and after that the old copy still serves, up to a day, where `build` fails or takes too long.
 */
export function copyOf(key: string, build: () => Promise<View>): Promise<Copy | null> {
  const known = recent.get(key)
  if (known && Date.now() < known.until) return known.copy

  const entry = { copy: load(key, build), until: Infinity }
  if (recent.size >= maxRecent) recent.clear()
  recent.set(key, entry)
  entry.copy.then(
    () => (entry.until = Date.now() + unaskedMs),
    () => recent.get(key) === entry && recent.delete(key),
  )
  return entry.copy
}

async function load(key: string, build: () => Promise<View>) {
  try {
    return await cache.getOrSet({
      key,
      ttl: '10m',
      grace: '24h',
      graceBackoff: '1s',
      timeout: '1s',
      tags: [],
      factory: async ({ setTags, setOptions }) => {
        const { answer, tags, isEmpty, isCountless } = await build()
        setTags(tags)
        // What does not exist is remembered briefly and here alone: anyone can ask for any number of such keys.
        if (!answer || isEmpty) setOptions({ ttl: '30s', skipL2Write: true, skipBusNotify: true })
        else if (isCountless) setOptions({ skipL2Write: true, skipBusNotify: true })
        return answer && toCopy(answer)
      },
    })
  } catch (error) {
    throw (error as Error).cause ?? error
  }
}

function toCopy(answer: object): Copy {
  const body = JSON.stringify(answer)
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"` }
}

/** Makes every copy stale that was made of one of these, in all replicas. */
export async function purge(tags: string[]) {
  await forget(tags)
  announce(tags)
  // A copy whose making began before the change may be stored just after the purge, so it is forgotten as well.
  setTimeout(() => void forget(tags), 1_000).unref()
}

/** Memory forgets at once. What Redis, when it is away, does not hear of, other replicas ask for after the ttl. */
async function forget(tags: string[]) {
  await Promise.allSettled(tags.map((tag) => cache.deleteByTag({ tags: [tag] })))
  recent.clear()
}
