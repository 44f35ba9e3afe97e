import { type Language, languages } from '#config/i18n'

/** What is shown where something is not translated. */
export const fallback = languages[0]

/** As Directus filters: what may be shown to whoever asks in a language. */
export const readIn = (language: Language) => ({ language: { _in: [language, fallback] } })

/** Of what stands at one address in several languages, the one that is asked for, else the English one; in their order. */
export function preferred<Item extends { language: Language }>(
  items: Item[],
  language: Language,
  addressOf: (item: Item) => string,
): Item[] {
  const translated = new Set(items.filter((item) => item.language === language).map(addressOf))
  return items.filter(
    (item) => item.language === language || (item.language === fallback && !translated.has(addressOf(item))),
  )
}
