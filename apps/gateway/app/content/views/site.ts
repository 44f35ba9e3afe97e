import { readItems, readSingleton } from '@directus/sdk'
import { reader } from '#content/cms/client'
import { fileFields } from '#content/views/fields'

const linkFields = ['id', 'label', 'href', 'description', 'parent', { page: ['path'] }] as const

export const siteTags = ['globals', 'navigation', 'navigation_items', 'pages', 'categories', 'directus_files']

export async function loadSite() {
  const [globals, navigation, categories] = await Promise.all([
    reader.request(readSingleton('globals', { fields: ['*', { image: fileFields }] })),
    reader.request(
      readItems('navigation', {
        fields: ['id', 'key', 'title', { items: [...linkFields, { children: linkFields }] }],
        deep: { items: { _sort: ['sort'], children: { _sort: ['sort'] } } },
        sort: ['key'],
        limit: -1,
      }),
    ),
    reader.request(readItems('categories', { fields: ['*'], sort: ['sort', 'name'], limit: -1 })),
  ])
  return { globals, navigation, categories }
}
