export type Change = 'create' | 'update' | 'delete'

export interface PurgeEvent {
  collection: string
  event: Change
  keys: string[]
}

/** One save touches several collections; what happens within this time goes out together. */
const gatheringMs = 50

/** Gathers changes and hands them on, each collection and kind once. */
export class PurgeBatch {
  readonly #send: (events: PurgeEvent[]) => unknown
  readonly #keys = new Map<string, Set<string>>()
  #timer: NodeJS.Timeout | undefined

  constructor(send: (events: PurgeEvent[]) => unknown) {
    this.#send = send
  }

  add(collection: string, change: Change, keys: (string | number)[]) {
    const kind = `${collection} ${change}`
    const known = this.#keys.get(kind) ?? new Set()
    for (const key of keys) known.add(String(key))
    this.#keys.set(kind, known)
    if (!this.#timer) this.#timer = setTimeout(() => this.#flush(), gatheringMs)
  }

  #flush() {
    this.#timer = undefined
    const events = [...this.#keys].map(([kind, keys]) => {
      const [collection, event] = kind.split(' ') as [string, Change]
      return { collection, event, keys: [...keys] }
    })
    this.#keys.clear()
    this.#send(events)
  }
}
