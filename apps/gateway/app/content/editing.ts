import { createItem, deleteItem, updateItem } from '@directus/sdk'
import db from '@adonisjs/lucid/services/db'
import { uuidv7 } from 'uuidv7'
import type { Language } from '#config/i18n'
import type User from '#accounts/models/user'
import { purge } from '#content/cache'
import { Ask } from '#content/editorial/ask'
import { record } from '#ledger/record'

declare module '#ledger/record' {
  export interface Actions {
    'post.created': { title: string }
    'post.updated': { fields: string[] }
    'post.deleted': object
  }
}

export interface PostChange {
  title?: string
  slug?: string
  language?: Language
  excerpt?: string
  body?: string
  image?: string | null
  author?: string | null
  category?: string | null
  tags?: string[]
  publishedAt?: Date
}

const stored = { fields: ['*'] } as const

/** The posts as one editor changes them past every draft: what is in the table is published. */
export class PostEditing {
  #ask: Ask

  constructor(editor: User) {
    this.#ask = new Ask(editor)
  }

  create(post: PostChange & { title: string }) {
    const id = uuidv7()
    return this.#write(id, { action: 'post.created', metadata: { title: post.title } }, async () => {
      return this.#ask.send(createItem('posts', { id, ...columns(post) }, stored))
    })
  }

  update(id: string, change: PostChange) {
    return this.#write(
      id,
      { action: 'post.updated', metadata: { fields: Object.keys(change) } },
      async () => {
        return this.#ask.send(updateItem('posts', id, columns(change), stored))
      },
    )
  }

  delete(id: string) {
    return this.#write(id, { action: 'post.deleted', metadata: {} }, () =>
      this.#ask.send(deleteItem('posts', id)),
    )
  }

  /** The record waits in an open transaction for Directus: what Directus refuses, or never got, is not recorded. */
  async #write<Output>(id: string, event: PostEvent, change: () => Promise<Output>) {
    const result = await db.transaction(async (trx) => {
      await record(trx, { ...event, subject: ['post', id] })
      return change()
    })
    await purge(['posts', `posts:${id}`])
    return result
  }
}

type PostEvent =
  | { action: 'post.created'; metadata: { title: string } }
  | { action: 'post.updated'; metadata: { fields: string[] } }
  | { action: 'post.deleted'; metadata: object }

const columns = ({ publishedAt, ...fields }: PostChange) => ({
  ...fields,
  ...(publishedAt && { published_at: publishedAt.toISOString() }),
})
