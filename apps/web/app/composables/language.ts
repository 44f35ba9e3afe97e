import type { RouteLocationNormalizedLoaded } from 'vue-router'

/** What was chosen by the switch, for pages that speak the language of whoever asks. site.js sets it as well. */
export const languageCookie = 'gantry_language'

/** Lets this browser's other pages follow a choice; without one they follow the browser's own languages. */
export function keepLanguage(language: Language | null | undefined) {
  const kept = language ? `${language}; Max-Age=31536000` : '; Max-Age=0'
  document.cookie = `${languageCookie}=${kept}; Path=/; SameSite=Lax`
}

export const useLanguage = () => useNuxtApp().$i18n.locale as Ref<Language>

/** For the `lang` of what stands on a page in another language than the rest; most often none. */
export const otherLanguage = (language: Language) => (language === useLanguage().value ? undefined : language)

/** Dates and numbers are written as where most of its readers live. */
export const region = () => languages.find(({ code }) => code === useLanguage().value)!.region

/** A public page has an address for each language; all others have one. */
export const hasLanguages = ({ name }: Pick<RouteLocationNormalizedLoaded, 'name'>) =>
  String(name).includes('___')

/** What does not come from our pages. */
const elsewhere = /^\/(?:api|studio|_site)(?:\/|$)/

/** An address inside the site, as it is written everywhere, in the language of this page. */
export function localHref(href: string, language = useLanguage().value) {
  if (language === defaultLanguage || !/^\/(?!\/)/.test(href) || elsewhere.test(href)) return href
  const { name } = useRouter().resolve(href)
  return String(name).endsWith(`___${defaultLanguage}`) ? pathIn(language, href) : href
}
