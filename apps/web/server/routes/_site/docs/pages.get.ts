import { queryCollection, queryCollectionNavigation } from '@nuxt/content/server'
import { z } from 'zod'

const query = z.object({ path: z.string().max(200) })

export default defineEventHandler(async (event) => {
  const { path } = await getValidatedQuery(event, query.parse)
  const [page, navigation] = await Promise.all([
    queryCollection(event, 'docs').path(path).first(),
    queryCollectionNavigation(event, 'docs', ['section']),
  ])
  if (!page) throw createError({ status: 404 })
  return { page, navigation: navigation[0]?.children ?? [] }
})
