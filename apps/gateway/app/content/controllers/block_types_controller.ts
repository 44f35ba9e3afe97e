import type { HttpContext } from '@adonisjs/core/http'
import { readItems } from '@directus/sdk'
import { Ask } from '#content/editorial/ask'
import { type BlockType, blockTypes } from '#content/editorial/block_types'

/** What the editing screens make their forms of: the fields of each block, and what they can point at. */
export default class BlockTypesController {
  async index({ auth, serialize }: HttpContext) {
    const ask = new Ask(auth.getUserOrFail())
    const [forms, categories, authors] = await Promise.all([
      ask.send(readItems('forms', { fields: ['id', 'name'], sort: ['name'], limit: -1 })),
      ask.send(readItems('categories', { fields: ['id', 'name'], sort: ['sort', 'name'], limit: -1 })),
      ask.send(readItems('authors', { fields: ['id', 'name'], sort: ['name'], limit: -1 })),
    ])
    return serialize({ types: blockTypes as BlockType[], forms, categories, authors })
  }
}
