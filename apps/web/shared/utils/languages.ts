/** What the site speaks, and where most of its readers live. The first is for whoever asks for none of them. */
export const languages = [
  { code: 'en', name: 'English', region: 'en-GB' },
  { code: 'de', name: 'Deutsch', region: 'de-DE' },
] as const

export type Language = (typeof languages)[number]['code']

/** The one whose addresses have no prefix. */
export const defaultLanguage = languages[0].code

/** Where a public path stands in a language: `/pricing` is `/de/pricing`. */
export const pathIn = (language: Language, path: string) =>
  language === defaultLanguage ? path : `/${language}${path === '/' ? '' : path}`

const prefix = new RegExp(
  `^/(?:${languages
    .slice(1)
    .map(({ code }) => code)
    .join('|')})(?=/|$)`,
)

/** The path of a public page, whichever language it is read in. */
export const pathInEnglish = (path: string) => path.replace(prefix, '') || '/'

/** The feed of articles as it is read in a language. */
export const feedIn = (language: Language, file: string) =>
  `/_site/${file}${language === defaultLanguage ? '' : `?language=${language}`}`
