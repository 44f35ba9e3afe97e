import { getCookie } from 'h3'
import { areasOf } from '../../i18n/areas'

type Words = Record<string, object>
type Route = Pick<ReturnType<typeof useRoute>, 'path' | 'name'>

const files = import.meta.glob<object>('../../i18n/locales/*/*.json', { import: 'default' })
const every = [...new Set(Object.keys(files).map((file) => /(\w+)\.json$/.exec(file)![1]!))]

const read = async (language: string, area: string) =>
  [area, await files[`../../i18n/locales/${language}/${area}.json`]!()] as const
const readAll = async (language: string, areas: string[]): Promise<Words> =>
  Object.fromEntries(await Promise.all(areas.map((area) => read(language, area))))

/** Read once by the server, where every request would otherwise copy them. */
const onServer = new Map<string, Promise<Words>>()

/** Loads the words of a page before it is shown, and chooses the language of those that speak their reader's. */
export default defineNuxtPlugin({
  name: 'language',
  enforce: 'pre',
  setup(app) {
    const event = useRequestEvent()
    const loaded = new Set<string>()
    let asked = false

    async function load(language: string, route: Route) {
      const { $i18n } = useNuxtApp()
      if (import.meta.server) {
        if (!onServer.has(language)) onServer.set(language, readAll(language, every))
        return $i18n.setLocaleMessage(language, await onServer.get(language)!)
      }
      const needed = import.meta.test ? every : areasOf(route.path, hasLanguages(route))
      const missing = needed.filter((area) => !loaded.has(area))
      $i18n.mergeLocaleMessage(language, await readAll(language, missing))
      for (const area of missing) loaded.add(area)
    }

    /** The switch first, then what the browser asks for. */
    function languageAsked() {
      const { $i18n } = useNuxtApp()
      const kept = getCookie(event!, languageCookie)
      return (
        $i18n.localeCodes.value.find((code) => code === kept) ?? $i18n.getBrowserLocale() ?? defaultLanguage
      )
    }

    app.hook('i18n:beforeLocaleSwitch', async (change) => {
      const route = useRouter().currentRoute.value
      if (event && !asked && !hasLanguages(route)) {
        asked = true
        event.context.ownLanguage = true
        change.newLocale = languageAsked() as Language
      }
      await load(change.newLocale, route)
    })
    // A page in another language is another load of the whole application, so it stays the same here.
    if (import.meta.client)
      addRouteMiddleware('words', (to) => load(useLanguage().value, to), { global: true })
  },
})
