import type { HttpContext } from '@adonisjs/core/http'
import { most } from '#config/collections'
import { refuse } from '#content/collections/listed'
import { load } from '#content/collections/load'
import { readOf } from '#content/collections/read'
import { itemOf, keyOf, listed, listView } from '#content/collections/view'
import { publish } from '#content/publish'
import { collectionItemValidator, collectionListValidator } from '#content/validators/collection'

/** What is published, for programs: the collections, fields and filters of `config/collections.ts`. */
export default class CollectionItemsController {
  async index(ctx: HttpContext) {
    const collection = listed(String(ctx.params.collection))
    if (ctx.request.parsedUrl.query.length > most.characters)
      refuse('query', `The question is longer than ${most.characters} characters.`)

    const read = readOf(collection, await ctx.request.validateUsing(collectionListValidator))
    return publish(ctx, keyOf(read), listView(read, ctx))
  }

  async show(ctx: HttpContext) {
    const collection = listed(String(ctx.params.collection))
    const { fields } = await ctx.request.validateUsing(collectionItemValidator)
    const read = itemOf(collection, String(ctx.params.id), fields)
    return publish(ctx, `item:${keyOf(read)}`, async () => {
      const { items, tags } = await load(read)
      const [item] = items
      return { answer: item ? await ctx.serialize(item) : null, tags, isCountless: true }
    })
  }
}
