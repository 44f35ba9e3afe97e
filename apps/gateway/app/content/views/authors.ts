import { readItems } from '@directus/sdk'
import { reader } from '#content/cms/client'
import { authorFields } from '#content/views/fields'

export async function loadAuthor(slug: string) {
  const [author] = await reader.request(
    readItems('authors', {
      fields: [...authorFields, 'bio'],
      filter: { slug: { _eq: slug } },
      limit: 1,
    }),
  )
  return author ?? null
}
