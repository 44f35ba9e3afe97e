import { readItems } from '@directus/sdk'
import { reader } from '#content/cms/client'
import { fileFields } from '#content/views/fields'

export async function loadAuthor(slug: string) {
  const [author] = await reader.request(
    readItems('authors', {
      fields: ['id', 'slug', 'name', 'title', 'bio', { avatar: fileFields }],
      filter: { slug: { _eq: slug } },
      limit: 1,
    }),
  )
  return author ?? null
}
