import vine from '@vinejs/vine'
import { most } from '#config/collections'

const names = () => vine.string().maxLength(most.characters)

/** What may be asked of a collection; `app/content/collections/read.ts` holds it against what is listed. */
export const collectionListValidator = vine.create({
  fields: names().optional(),
  sort: names().optional(),
  filter: vine.any().optional(),
  search: vine.string().trim().minLength(2).maxLength(100).optional(),
  limit: vine.number().withoutDecimals().min(1).max(most.limit).optional(),
  page: vine.number().withoutDecimals().min(1).max(most.page).optional(),
})

export const collectionItemValidator = vine.create({ fields: names().optional() })

export const graphqlValidator = vine.create({
  query: vine.string().minLength(1).maxLength(most.characters),
  variables: vine.record(vine.any()).nullable().optional(),
})
