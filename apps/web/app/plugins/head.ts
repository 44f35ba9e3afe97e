import display from '@fontsource-variable/familjen-grotesk/files/familjen-grotesk-latin-wght-normal.woff2?url'
import text from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'
import siteScript from '~/assets/scripts/site.js?raw'

/** Every page, with or without the framework, gets its theme before the first paint and its fonts early. */
export default defineNuxtPlugin({
  name: 'head',
  setup() {
    if (import.meta.client) return
    const { $i18n } = useNuxtApp()
    useHead({
      htmlAttrs: { lang: () => $i18n.locale.value },
      titleTemplate: (title) =>
        !title || title.includes('Gantry') ? title || 'Gantry' : `${title} · Gantry`,
      script: [
        { key: 'site', innerHTML: siteScript.replace(/^\s*(?:\/\/.*\n\s*)?/gm, ''), tagPriority: 'critical' },
      ],
      link: [display, text].map((href) => ({
        rel: 'preload',
        as: 'font',
        type: 'font/woff2',
        href,
        crossorigin: 'anonymous',
      })),
    })
  },
})
