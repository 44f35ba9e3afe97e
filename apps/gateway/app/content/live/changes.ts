import { randomUUID } from 'node:crypto'
import redis from '@adonisjs/redis/services/main'

type Listener = (collections: string[]) => void

const channel = 'content:changes'
const self = randomUUID()
const listeners = new Set<Listener>()

/** What one act changes is told once. */
const gatheringMs = 50
let gathered = new Set<string>()
let timer: NodeJS.Timeout | undefined

/**
 * Tells whoever listens, here and in the other processes, which collections changed what visitors see. Without Redis only those
 * here hear of it, and the pages of the others look for themselves.
 *
 * @param tags as a purge has them: `collection` or `collection:id`
 */
export function announce(tags: string[]) {
  for (const tag of tags) gathered.add(tag.split(':')[0]!)
  timer ??= setTimeout(() => {
    const collections = [...gathered]
    gathered = new Set()
    timer = undefined
    tell(collections)
    redis.publish(channel, JSON.stringify({ from: self, collections })).catch(() => undefined)
  }, gatheringMs).unref()
}

/** @returns to be called when nobody listens any more */
export function onChange(listener: Listener) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** What the other processes announce. The connection returns by itself when Redis does. */
export function hearOthers() {
  redis.connection('bus').subscribe(channel, (message: string) => {
    const { from, collections } = JSON.parse(message) as { from: string; collections: string[] }
    if (from !== self) tell(collections)
  })
}

function tell(collections: string[]) {
  for (const listener of listeners) listener(collections)
}
