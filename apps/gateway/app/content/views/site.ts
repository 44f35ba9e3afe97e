import { readItems } from '@directus/sdk'
import type { Language } from '#config/i18n'
import { reader } from '#content/cms/client'
import type { Globals } from '#content/cms/schema'
import { fileFields } from '#content/views/fields'
import { fallback, preferred } from '#content/views/language'

const linkFields = ['id', 'label', 'href', 'description', 'parent', { page: ['path'] }] as const

export const siteTags = ['globals', 'navigation', 'navigation_items', 'pages', 'categories', 'directus_files']

export async function loadSite(language: Language) {
  const [settings, navigation, categories] = await Promise.all([
    reader.request(readItems('globals', { fields: ['*', { image: fileFields }], limit: -1 })),
    reader.request(
      readItems('navigation', {
        fields: ['id', 'key', 'language', 'title', { items: [...linkFields, { children: linkFields }] }],
        deep: { items: { _sort: ['sort'], children: { _sort: ['sort'] } } },
        sort: ['key'],
        limit: -1,
      }),
    ),
    reader.request(readItems('categories', { fields: ['*'], sort: ['sort', 'name'], limit: -1 })),
  ])
  const globals = inLanguage(settings, language)
  return globals && { globals, navigation: preferred(navigation, language, ({ key }) => key), categories }
}

/** What a translation leaves empty is as in English. */
function inLanguage(settings: Globals[], language: Language): Globals | undefined {
  const english = settings.find((one) => one.language === fallback)
  const translated = settings.find((one) => one.language === language)
  if (!english || !translated) return translated ?? english
  const written = Object.entries(translated).filter(([, value]) => value !== null)
  return { ...english, ...Object.fromEntries(written) }
}
